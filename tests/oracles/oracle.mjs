// Answers questions, one JSON line each, with what the networks' own libraries say.
import { createInterface } from "node:readline";
import { AppBskyFeedPost, RichText } from "@atproto/api";
import twitter from "twitter-text";
import { countGraphemes, splitGraphemes } from "unicode-segmenter/grapheme";

const answers = {
  x: (text) => twitter.parseTweet(text).weightedLength,
  links: (text) => twitter.extractUrlsWithIndices(text).map(({ url, indices }) => [url, ...indices]),
  hashtags: (text) => twitter.extractHashtags(text),
  hashtag: (text) => twitter.isValidHashtag(text),
  post: (text) => twitter.parseTweet(text).valid,
  bare: (text) => twitter.isValidUrl(text, true, false),
  graphemes: (text) => [countGraphemes(text), [...splitGraphemes(text)]],
  facets: (text) => {
    const rich = new RichText({ text });
    rich.detectFacetsWithoutResolution();
    return (rich.facets ?? []).map(({ index, features }) => ({ index, features }));
  },
  record: (record) => {
    const { success, error } = AppBskyFeedPost.validateRecord(record);
    return success ? "" : String(error);
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const [kind, question] = JSON.parse(line);
  console.log(JSON.stringify(answers[kind](question)));
}
