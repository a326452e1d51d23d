// Shows the writer what stands against this page: all of it above the text, and each note beside its line.
const notes = JSON.parse(document.getElementById("masthead-notes").textContent);
const main = document.querySelector("main") ?? document.body;
const text = main.querySelector(".e-content") ?? main;
const KINDS = "p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, figcaption, blockquote, pre, summary";

function element(name, className, ...content) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
}

function words(shown) {
  const copy = shown.cloneNode(true);
  for (const mark of copy.querySelectorAll("sup.citation")) mark.remove();
  return copy.textContent.replace(/\s+/g, " ");
}

// The innermost piece of text that has the words.
function placeOf(near) {
  return [...text.querySelectorAll(KINDS)].findLast((shown) => words(shown).includes(near));
}

function told(note) {
  return [
    element("p", "", element("strong", "", `${note.severity}[${note.rule}] `), note.message),
    element("p", "masthead-fix", note.fix),
    element("p", "masthead-place", note.place),
  ];
}

const list = element("ol", "");
const title = notes.length === 1 ? "1 finding" : `${notes.length} findings`;
const above = element("aside", "masthead-notes", element("p", "masthead-title", `${title}, shown to you alone`), list);
above.setAttribute("aria-label", "Findings");
notes.forEach((note, index) => {
  const place = note.near && placeOf(note.near);
  const line = element("li", `masthead-${note.severity}`, ...told(note));
  if (place) {
    const beside = element("aside", `masthead-note masthead-${note.severity}`, ...told(note));
    beside.id = `masthead-note-${index + 1}`;
    beside.setAttribute("aria-label", `Finding ${index + 1}`);
    const table = place.closest("table");
    let around = table?.closest(".scroll") ?? table ?? place;
    if (around.matches("li, dd")) around.append(beside);
    else {
      while (around.nextElementSibling?.matches(".masthead-note")) around = around.nextElementSibling;
      around.after(beside);
    }
    place.classList.add("masthead-about");
    const jump = element("a", "", note.place);
    jump.href = `#${beside.id}`;
    line.lastChild.replaceChildren(jump);
  }
  list.append(line);
});
main.prepend(above);
