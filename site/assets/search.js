
// Search: files of the index are scripts that set bylaw, for file://; see SearchIndex.swift
const words = (text) => (text.normalize("NFD").replace(/\p{Mn}/gu, "").normalize().toUpperCase().replace(/[ØĐŁ]/g, (c) => "ODL"["ØĐŁ".indexOf(c)])
  .match(/[฀-໿぀-ヿ㐀-鿿]|[\p{L}\p{N}\p{Mc}]+/gu) || []).map((word) => word.replace(/([A-Z]{2}[A-HJ-RTV-Z])S$/, "$1"));
let bylaw, meta, loads = {}, timer;
const load = (name) => loads[name] ??= new Promise((done, onerror) => document.head.append(el("script", { src: name + ".js", onerror, onload() { done(bylaw); bylaw = 0; } })));
const shard = (term) => load(meta.at + "w" + meta.starts.findLast((s) => s <= term));
const look = async (word, last, name) => {
  const hits = [];
  for (const [term, list] of await shard(word)) if (term === word || last && term.startsWith(word)) {
    let doc = 0;
    for (const [, level, gap] of list.matchAll(/(\D)(\d*)/g)) {
      doc += +(gap || 1);
      if (!name || level < "a") hits[doc] = Math.max(hits[doc] || 0, (parseInt(level, 36) - 9) * (term === word || .7));
    }
  }
  return hits;
};
// One letter more, less, other or swapped
const near = async (word) => (await shard(word)).find(([term]) => /^(.*)((.)(.)(.*) \1\4\3\5|.?(.*) \1.?\6)$/.test(word + " " + term));
const fix = async (word) => word[3] && !word[65] && ((await near(word))?.[0] || (await near("-" + [...word].reverse().join("")))?.[1]) || word;
const find = async (list) => {
  const docs = [], add = (hits, plus) => hits.forEach((score, doc) => { docs[doc] = (docs[doc] || 0) + score + plus; });
  await Promise.all(list.map(async (word, i) => {
    const hits = await look(word, !list[i + 1]);
    add(hits.length ? hits : await look(list[i] = await fix(word)), 1e4);
  }));
  add(await look(list.join(""), 0, 1), 1e6);
  return docs.flatMap((score, doc) => [[score, doc]]).sort((a, b) => b[0] - a[0]);
};
const show = async () => {
  let query = input.value, list = words(query), was = list + "", lists = {}, said = [];
  if (was) try {
    history.replaceState(0, "", "?q=" + encodeURIComponent(query));
    meta = await load("meta");
    const some = await find(list), all = some.filter(([score]) => score > list.length * 1e4), hits = all[0] ? all : some, text = list.join(" ").toLowerCase(), key = list.join("");
    let n = hits.length, docs = await Promise.all(hits.slice(0, 20).map(async ([, doc]) => (await load(meta.at + "d" + (doc >> 2)))[doc & 3]));
    // A place, such as a rule or a severity that several have: nothing else was meant
    const at = docs.filter((doc) => doc[4][key]);
    if (at[0]) [docs, n] = [at, hits.filter(([score]) => score >= 1e6).length];
    if (list + "" !== was) said = ["Did you mean ", el("a", { href: "?q=" + text }, text), "? "];
    else if (n && !all[0]) said = ["Not all words match. "];
    said.push(`${n > 20 ? "20 of " : ""}${n || "No"} result${n - 1 ? "s" : ""}${said.length > 1 ? " for it" : ""}`);
    for (const [title, href, summary, theme, ids] of docs) {
      const id = ids[key] || "";
      (lists[theme] ??= el("ol", { className: "hits" })).append(el("li", {}, el("a", { href: href + (id && "#" + id) }, title), " ", el("span", { className: "rid" }, id), el("p", {}, summary)));
    }
  } catch {
    loads = {};
    said = ["Search did not load. ", $(".more a").cloneNode(true)];
  }
  if (query !== input.value) return;
  $("[data-search-status]").replaceChildren(...said);
  $("[data-search-results]").replaceChildren(...Object.entries(lists).map(([theme, list]) => el("section", {}, el("h2", {}, theme), list)));
};
const input = $("[data-search-page] input");
if (input) {
  input.oninput = () => { clearTimeout(timer); timer = setTimeout(show, 150); };
  input.value = new URLSearchParams(location.search).get("q");
  show();
}
