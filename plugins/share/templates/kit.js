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
