"use strict";
for (const area of document.querySelectorAll("textarea")) {
  const button = document.createElement("button");
  const label = document.querySelector(`label[for="${CSS.escape(area.id)}"]`);
  button.type = "button";
  button.textContent = "Copy";
  button.setAttribute("aria-label", `Copy: ${label.textContent}`);
  button.addEventListener("click", async () => {
    area.select();
    await navigator.clipboard.writeText(area.value);
    button.textContent = "Copied";
  });
  label.after(button);
}
const find = document.querySelector("#find");
if (find) {
  document.querySelector("#filter").hidden = false;
  find.addEventListener("input", () => {
    for (const row of document.querySelectorAll("#posts tbody tr")) {
      row.hidden = !row.textContent.toLowerCase().includes(find.value.toLowerCase());
    }
  });
}
const choice = document.querySelector("#choice");
if (choice) {
  const sections = [...document.querySelectorAll("section")].filter((one) => one.querySelector("[data-own]"));
  const written = sections.map((section) => [...section.querySelectorAll("[data-own]")]);
  const above = written.map((own) => own[0].previousElementSibling);
  const reader = choice.querySelector("input");
  const show = () => {
    const name = reader.value.trim().replace(/\s+/g, " ").normalize("NFC").toUpperCase().toLowerCase();
    const chosen = sections.map((section, place) => {
      const network = section.querySelector("h2");
      const own = written[place];
      const first = own[spread(`${name}\n${network.id}\n${choice.dataset.post}`) % own.length];
      const tag = document.createElement("span");
      tag.className = "tag good start";
      tag.textContent = "Start with this one";
      section.querySelector(".start")?.remove();
      above[place].after(...(name ? [first, ...own.filter((other) => other !== first)] : own));
      if (name) first.querySelector("h3").append(" ", tag);
      return `${network.textContent}: text ${own.indexOf(first) + 1} of ${own.length}`;
    });
    choice.querySelector("[role=status]").textContent = name ? `Start with ${chosen.join(", ")}.` : "";
  };
  choice.hidden = false;
  reader.addEventListener("input", show);
}
// FNV-1a, stirred at the end so that the remainder by a small number is as even as the whole.
function spread(text) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
