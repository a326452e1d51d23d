// Searches the posts in the page's language, on this site alone: Pagefind's index lies beside the pages.
const box = document.querySelector("[data-index]");
const field = box.querySelector("input");
const status = box.querySelector("[role=status]");
const list = box.querySelector("ol");
const MOST = 30;

let loading;
function load() {
  loading ??= import(box.dataset.index).then(async (pagefind) => {
    await pagefind.options({ baseUrl: new URL(box.dataset.root, location.href).pathname, excerptLength: 28 });
    await pagefind.init();
    return pagefind;
  });
  return loading;
}

// Only the words and what marks them are taken over, whatever else an excerpt might hold.
function excerpt(html) {
  const words = document.createElement("p");
  for (const node of new DOMParser().parseFromString(html, "text/html").body.childNodes) {
    const part = node.nodeName === "MARK" ? document.createElement("mark") : document.createTextNode("");
    part.textContent = node.textContent;
    words.append(part);
  }
  return words;
}

function entry(post) {
  const line = document.createElement("li");
  const link = document.createElement("a");
  link.href = post.url;
  link.textContent = post.meta.title;
  line.append(link, excerpt(post.excerpt));
  return line;
}

async function find(words) {
  const asked = words.trim();
  const address = new URL(location.href);
  if (asked) address.searchParams.set("q", asked);
  else address.searchParams.delete("q");
  history.replaceState(null, "", address);
  if (!asked) {
    status.textContent = "";
    list.replaceChildren();
    return;
  }
  const pagefind = await load();
  const found = await pagefind.debouncedSearch(asked, {}, 150);
  if (!found || field.value.trim() !== asked) return;
  const posts = await Promise.all(found.results.slice(0, MOST).map((result) => result.data()));
  if (field.value.trim() !== asked) return;
  list.replaceChildren(...posts.map(entry));
  status.textContent = found.results.length ? `${box.dataset.found} ${found.results.length}` : box.dataset.nothing;
}

box.hidden = false;
field.addEventListener("focus", load, { once: true });
field.addEventListener("input", () => find(field.value));
field.value = new URLSearchParams(location.search).get("q") ?? "";
if (field.value) find(field.value);
