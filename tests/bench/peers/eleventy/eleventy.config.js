import syntax from "@11ty/eleventy-plugin-syntaxhighlight";
import footnote from "markdown-it-footnote";

const SIZE = 10;
const slug = text => text.toLowerCase().replaceAll("ø", "o").replaceAll(" ", "-");

function pages(base, heading, posts) {
  const count = Math.ceil(posts.length / SIZE);
  return Array.from({length: count}, (_, at) => ({
    heading,
    posts: posts.slice(at * SIZE, (at + 1) * SIZE),
    address: at ? `${base}page/${at + 1}/` : base,
    newer: at === 0 ? "" : at === 1 ? base : `${base}page/${at}/`,
    older: at + 1 < count ? `${base}page/${at + 2}/` : "",
  }));
}

function byTerm(posts, kind) {
  const found = new Map();
  for (const post of posts)
    for (const term of [post.data[kind]].flat()) found.set(term, [...(found.get(term) ?? []), post]);
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1));
}

export default function (config) {
  const newestFirst = api => api.getFilteredByGlob("posts/*.md").reverse();
  config.addPlugin(syntax);
  config.amendLibrary("md", library => library.use(footnote));
  config.addPassthroughCopy("blog/pictures");
  config.addFilter("day", date => date.toISOString().slice(0, 10));
  config.addFilter("slugged", slug);
  config.addFilter("list", value => [value].flat());
  config.addCollection("newest", newestFirst);
  config.addCollection("lists", api => {
    const posts = newestFirst(api);
    const terms = ["topic", "tag", "author"].flatMap(kind =>
      byTerm(posts, kind).flatMap(([term, own]) => pages(`/${kind}/${slug(term)}/`, term, own)));
    return [...pages("/", "The harbour log", posts), ...terms];
  });
  config.addCollection("overviews", api => {
    const posts = newestFirst(api);
    return ["topic", "tag", "author"].map(kind => ({
      address: `/${kind}/`,
      terms: byTerm(posts, kind).map(([term, own]) => ({term, count: own.length, address: `/${kind}/${slug(term)}/`})),
    }));
  });
  return {markdownTemplateEngine: false, dir: {input: ".", output: "output"}};
}
