// Search: the index is classic scripts that call bylaw(name, value), so that it loads from file:// and under script-src 'self'.
const page = $("[data-search-page]");
// As Swift's SearchWords does it
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ð: "d", đ: "d", þ: "th", ł: "l", ı: "i", ς: "σ" };
const words = (text) => (text.normalize("NFD").replace(/\p{Mn}/gu, "").normalize().toLowerCase().replace(/[ßæœøðđþłıς]/g, (c) => LETTERS[c])
  .replace(/[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]/g, " $& ").match(/[\p{L}\p{N}\p{Mc}]+/gu) || []).map((w) => w.replace(/([a-z]{2}[a-hj-rtv-z])s$/, "$1"));

if (page) {
  const root = document.documentElement.dataset.searchRoot, input = $("[name=q]", page), status = $("[data-search-status]"), results = $("[data-search-results]");
  const loads = {}, arrived = {};
  let meta, turn = 0, timer;
  globalThis.bylaw = (name, value) => arrived[name]?.(value);
  const load = (name) => loads[name] ??= new Promise((resolve, reject) => {
    const failed = () => { delete loads[name]; reject(); };
    arrived[name] = resolve;
    document.head.append(el("script", { src: `${root}search/${name}.js`, onload: failed, onerror: failed }));
  });

  // Shards: the terms between two starts, as "term packed term packed "
  const slot = (term) => meta.starts.findLastIndex((start) => start <= term);
  const shard = async (n) => ((await load(`${meta.folder}/w${encodeURIComponent(meta.starts[n]).replace(/%/g, "_").toLowerCase()}`)).match(/\S+ \S+/g) || []).map((line) => line.split(" "));
  const unpack = (packed, each) => {
    let n = 0, doc = 0;
    for (const c of packed.replace("!", "")) {
      const code = c.charCodeAt();
      if (code > 92) n = n * 34 + code - 93;
      else { n = n * 57 + code - 35; each(doc += n >> 3, n & 7); n = 0; }
    }
  };
  const SCORES = [1, 2, 3, 8, 20, 20, 40, 40];

  // Documents with a word, or one that begins with it: document → score; part: these are only the best
  const look = async (word, last) => {
    const hits = new Map(), from = slot(word), to = last ? slot(word + "\uffff") : from, whole = to < from + 2;
    for (const [term, packed] of [...await shard(from), ...(whole && to > from ? await shard(to) : [])]) {
      const same = term === word;
      if (!same && !(last && term.startsWith(word) && whole !== term.endsWith("*"))) continue;
      if (packed[0] === "!") hits.part = true;
      unpack(packed, (doc, level) => hits.set(doc, Math.max(hits.get(doc) || 0, SCORES[level] * (same ? 1 : .7))));
    }
    return hits;
  };

  const search = async (list) => {
    const name = list.join(""), docs = new Map();
    const found = await Promise.all(list.map((word, i) => look(word, i === list.length - 1)));
    const add = (doc, score) => docs.set(doc, (docs.get(doc) || 0) + score);
    const FOUND = 1e4, all = FOUND * list.length;
    for (const hits of found) {
      const rare = Math.log(1 + meta.documents / hits.size);
      hits.forEach((score, doc) => add(doc, score * rare + (hits.part ? 0 : FOUND)));
    }
    const common = found.filter((hits) => hits.part).length * FOUND;
    docs.forEach((score, doc) => add(doc, common));
    // A whole id, synonym or title
    for (const [term, packed] of await shard(slot(name))) if (term === name) unpack(packed, (doc, level) => { if (level > 4 && level !== 6) add(doc, all + FOUND); });
    const ranked = [...docs].sort((a, b) => b[1] - a[1] || a[0] - b[0]), full = ranked.filter((hit) => hit[1] >= all);
    return { found, full: !!full.length, docs: (full.length ? full : ranked).map((hit) => hit[0]), more: found.every((hits) => hits.part) };
  };
}
