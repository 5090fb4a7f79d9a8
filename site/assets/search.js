
// Search: the index is classic scripts that call bylaw(name, value), so it loads from file:// and under script-src 'self'
const words = (text) => (text.normalize("NFD").replace(/\p{Mn}/gu, "").normalize().toUpperCase().replace(/[ÆŒØĐŁ]/g, (c) => ({ Æ: "AE", Œ: "OE", Ø: "O", Đ: "D", Ł: "L" })[c])
  .replace(/[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]/g, " $& ").match(/[\p{L}\p{N}\p{Mc}]+/gu) || []).map((w) => w.replace(/([A-Z]{2}[A-HJ-RTV-Z])S$/, "$1"));
const page = $("[data-search-page]");
if (page) {
  const root = document.documentElement.dataset.searchRoot, input = $("[name=q]", page), status = $("[data-search-status]"), results = $("[data-search-results]"), got = {};
  let loads = {}, turn = 0, meta, timer;
  globalThis.bylaw = (name, value) => { got[name] = value; };
  const load = (name) => loads[name] ??= new Promise((done, onerror) => document.head.append(
    el("script", { src: `${root}search/${name}.js`, onload: () => name in got ? done(got[name]) : onerror(), onerror })));
  const shard = async (term) => (await load(`${meta.folder}/w` + encodeURIComponent(meta.starts.findLast((s) => s <= term)).replace(/%/g, "_"))).match(/\S+ \S+/g)?.map((line) => line.split(" ")) || [];

  // Document → score. A list that begins with ! holds only the best, so the word is then not asked for.
  const look = async (word, prefix) => {
    const hits = Object.assign(new Map(), { names: [] });
    for (const [term, list] of await shard(word)) if (term === word || prefix && term.startsWith(word)) {
      let doc = 0;
      hits.part ||= list[0] === "!";
      for (const [, level, gap] of list.matchAll(/([a-z])(\d*)/gi)) {
        doc += +(gap || 1);
        hits.set(doc, Math.max(hits.get(doc) || 0, (parseInt(level, 36) - 9) * (term === word ? 1 : .7)));
        if (term === word && level < "a") hits.names.push(doc);
      }
    }
    return hits;
  };
  const search = async (list) => {
    const docs = new Map(), found = await Promise.all(list.map((word, i) => look(word, !list[i + 1])));
    const add = (doc, score) => docs.set(doc, (docs.get(doc) || 0) + score), asked = found.filter((hits) => !hits.part);
    found.forEach((hits) => hits.forEach((score, doc) => add(doc, (hits.part ? 0 : 1e4) + score * Math.log(1 + meta.documents / hits.size))));
    (await look(list.join(""))).names.forEach((doc) => add(doc, 1e6));
    const some = [...docs].sort((a, b) => b[1] - a[1] || a[0] - b[0]), all = some.filter((hit) => hit[1] >= asked.length * 1e4);
    return { found, all: all[0], docs: all[0] ? all : some };
  };
  const near = (a, b) => {
    let i = 0;
    while (a[i] && a[i] === b[i]) i++;
    [a, b] = [a.slice(i), b.slice(i)];
    return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) || a[1] + a[0] + a.slice(2) === b;
  };
  // One edit away: first words that begin like it, then, backwards, words that end like it
  const correct = async (word) => {
    const back = "-" + [...word].reverse().join(""), like = async (w) => (await shard(w)).filter(([term]) => word[3] && near(w, term)).sort((a, b) => b[1].length - a[1].length)[0];
    return (await like(word))?.[0] || (await like(back))?.[1] || word;
  };

  const show = async (limit = 20) => {
    const query = input.value.trim(), mine = ++turn, said = [], lists = new Map();
    let list = words(query), more = "";
    history.replaceState(null, "", query ? "?q=" + encodeURIComponent(query) : location.pathname);
    if (list[0]) try {
      meta = await load("meta");
      let hits = await search(list);
      if (!hits.all) {
        const better = await Promise.all(list.map((word, i) => hits.found[i].size ? word : correct(word))), text = better.join(" ").toLowerCase();
        if (better.join() !== list.join()) {
          hits = await search(list = better);
          said.push(`Nothing matches “${query}”. Did you mean `, el("a", { href: "?q=" + text, textContent: text }), "? ");
        } else if (hits.docs[0]) said.push("Nothing has all of these words. With some of them: ");
      }
      const count = hits.docs.length;
      said.push(count === 1 ? "1 result" : `${count || "No"} results`);
      for (const [doc] of hits.docs.slice(0, limit)) {
        const [title, href, summary, theme, ids] = (await load(`${meta.folder}/d${doc >> 2}`))[doc & 3], id = ids.find((id) => words(id).join("") === list.join("")) || "";
        if (!lists.has(theme)) lists.set(theme, el("ol", { className: "hits" }));
        lists.get(theme).append(el("li", {}, el("a", { href: root + href + (id && "#" + id), textContent: title }), " ", el("span", { className: "rid", textContent: id }), el("p", { textContent: summary })));
      }
      if (count > limit) more = el("button", { type: "button", textContent: "Show more", onclick: () => show(limit + 20) });
    } catch {
      loads = {};
      said.splice(0, 9, "Search did not load. ", $(".more a", page).cloneNode(true));
    }
    if (mine !== turn) return;
    status.replaceChildren(...said);
    results.replaceChildren(...[...lists].map(([theme, hits]) => el("section", {}, el("h2", { textContent: theme }), hits)), more);
  };
  input.oninput = () => { clearTimeout(timer); timer = setTimeout(show, 150, 20); };
  input.form.onsubmit = (event) => { event.preventDefault(); show(); };
  input.value = new URLSearchParams(location.search).get("q") || "";
  show();
}
