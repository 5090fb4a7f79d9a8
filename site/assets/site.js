// bylaw: what script adds to pages that are complete without it.
(() => {
  "use strict";
  const doc = document, root = doc.documentElement;
  const $ = (sel, at = doc) => at.querySelector(sel);
  const $$ = (sel, at = doc) => [...at.querySelectorAll(sel)];
  const el = (tag, props, ...kids) => {
    const node = Object.assign(doc.createElement(tag), props);
    node.append(...kids.filter(Boolean));
    return node;
  };
  const typing = (event) => event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);

  // Light and dark
  const store = (value) => {
    try { return value ? localStorage.setItem("bylaw-theme", value) : localStorage.getItem("bylaw-theme"); } catch { return null; }
  };
  const dark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  if (/^(light|dark)$/.test(store())) root.dataset.theme = store();
  const nav = $("[data-nav]");
  if (nav) {
    const toggle = el("button", { type: "button", className: "theme" });
    toggle.innerHTML = '<svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true"><path d="M9 1a8 8 0 1 0 0 16A8 8 0 0 0 9 1Zm0 1.5v13a6.5 6.5 0 0 1 0-13Z"/></svg>';
    const name = () => {
      const text = dark() ? "Use light colours" : "Use dark colours";
      toggle.title = text;
      toggle.setAttribute("aria-label", text);
    };
    toggle.onclick = () => { store(root.dataset.theme = dark() ? "light" : "dark"); name(); };
    name();
    nav.append(toggle);
  }

  // Print: nothing stays folded
  addEventListener("beforeprint", () => $$("details").forEach((d) => { if (!d.open) { d.open = true; d.dataset.folded = ""; } }));
  addEventListener("afterprint", () => $$("[data-folded]").forEach((d) => { d.open = false; delete d.dataset.folded; }));

  // Copy buttons: data-copy names the element whose text is copied
  const copier = (button, text) => {
    const label = button.textContent;
    button.hidden = false;
    button.onclick = async () => {
      try { await navigator.clipboard.writeText(text()); button.textContent = "Copied"; } catch { button.textContent = "Not copied"; }
      setTimeout(() => { button.textContent = label; }, 2000);
    };
    return button;
  };
  $$("[data-copy]").forEach((b) => copier(b, () => doc.getElementById(b.dataset.copy).textContent));

  // Decision: the numbered list becomes one question at a time
  const list = $("[data-decision]"), result = $("[data-result]"), rest = $("[data-result-rest]");
  if (list && result) {
    const page = $("main").dataset, ladder = $(".ladder"), chosen = [];
    const heads = ladder ? $$("thead th[data-column]", ladder).map((th) => th.textContent) : [];
    const row = (n) => $(`tr[data-severity="${n}"]`, ladder || doc);
    const cells = (n) => $$("td[data-action]", row(n) || el("tr"));
    const step = (id) => {
      const li = $(`[data-step="${id}"]`, list);
      return li && { id, number: id, text: $("p", li).textContent, answers: $$("[data-to]", li).map((a) => ({ text: $(".a", a).textContent, to: a.dataset.to, shown: $(".to", a).textContent })) };
    };
    const first = $("[data-step]", list).dataset.step;
    const replay = () => {
      let node = step(first), severity, cell, end;
      const trail = [];
      for (const pick of chosen) {
        const answer = node.answers[pick];
        trail.push({ node, answer });
        const at = answer.to.indexOf(":"), kind = at < 0 ? answer.to : answer.to.slice(0, at), value = answer.to.slice(at + 1);
        node = null;
        if (kind === "step") node = step(value);
        else if (kind === "severity") {
          severity = value;
          node = { text: ladder.dataset.question, answers: cells(value).map((td, i) => ({ text: heads[i], to: "cell:" + i, pill: $(".act", td).cloneNode(true) })) };
        } else if (kind === "cell") { cell = cells(severity)[value]; end = { kind: "action", key: cell.dataset.action, text: $(".act", cell).textContent }; }
        else end = { kind, key: kind === "action" ? value : kind, text: answer.shown, link: answer.to };
      }
      return { node, trail, severity, cell, end };
    };
    const ask = el("div", { className: "ask" }), trailList = el("ol", { className: "trail" });
    const again = el("button", { type: "button", textContent: "Start again", onclick: () => { chosen.length = 0; draw(true); } });
    const keys = el("p", { className: "keys" }, el("span", {}, el("kbd", { textContent: "1" }), " – ", el("kbd", { textContent: "9" }), " answer"), el("span", {}, el("kbd", { textContent: "Backspace" }), " goes back"), again);
    const all = el("details", {}, el("summary", { textContent: "All questions" }));
    list.before(trailList, ask, keys, all);
    all.append(list);
    const fact = (name, ...kids) => el("div", {}, el("dt", { textContent: name }), el("dd", {}, ...kids));
    const draw = (focus) => {
      const { node, trail, severity, cell, end } = replay();
      trailList.replaceChildren(...trail.map((t, i) => el("li", {}, el("button", { type: "button", title: "Answer this again", onclick: () => { chosen.length = i; draw(true); } },
        el("span", { textContent: t.node.number || "" }), el("span", { textContent: t.node.text }), el("b", { textContent: t.answer.text })))));
      const title = el("h3", { tabIndex: -1, textContent: node ? node.text : "Decided" });
      ask.replaceChildren(node && node.number ? el("p", { className: "quiet", textContent: "Question " + node.number }) : "", title,
        el("ol", { className: "answers" }, ...(node ? node.answers : []).map((a, i) => el("li", {}, el("button", { type: "button", onclick: () => { chosen.push(i); draw(true); } },
          el("kbd", { textContent: i + 1, ariaHidden: "true" }), el("span", { textContent: a.text }), a.pill)))));
      again.hidden = !chosen.length;
      $$(".fc .on, .ladder .on").forEach((n) => n.classList.remove("on"));
      if (node && node.id) { const box = $(`.fc [data-step="${node.id}"]`); if (box) box.classList.add("on"); }
      rest.hidden = Boolean(severity || end);
      result.replaceChildren();
      if (severity || end) {
        const facts = el("dl"), look = severity && row(severity);
        if (look) {
          look.classList.add("on");
          if (cell) cell.classList.add("on");
          const scale = $(`[data-looks="${severity}"]`);
          facts.append(fact("Severity", el("strong", { textContent: severity }), scale ? " " + scale.textContent : ""));
          facts.append(fact("Ladder", el("div", { className: "row" }, ...cells(severity).map((td, i) => el("span", { className: td === cell ? "on" : "" }, heads[i] + (td === cell ? " ✓" : ""), $(".act", td).cloneNode(true))))));
        }
        if (end) {
          const pill = cell ? $(".act", cell).cloneNode(true) : el("span", { className: "act act-" + end.key, textContent: end.text });
          pill.classList.add("now");
          result.append(el("p", { className: "big" }, pill));
          const mail = $(`[data-email="${end.key}"] a`);
          if (mail) facts.append(fact("E-mail", mail.cloneNode(true)));
          const ids = severity && row(severity).dataset.rules;
          const note = [`${page.policy}, version ${page.version}`, ids && `rule: ${ids}`, severity && `severity ${severity}`, cell && heads[cells(severity).indexOf(cell)].toLowerCase(), end.text].filter(Boolean).join("\n");
          facts.append(fact("Note", el("code", { textContent: note }), copier(el("button", { type: "button", textContent: "Copy the note" }), () => note.replace(/\n/g, "; "))));
        } else result.append(el("p", { className: "big", textContent: "Severity " + severity }));
        result.append(facts);
      }
      if (focus) title.focus({ preventScroll: true });
    };
    doc.addEventListener("keydown", (event) => {
      if (typing(event)) return;
      if (event.key === "Backspace" && chosen.length) { event.preventDefault(); chosen.pop(); draw(true); }
      const button = /^[1-9]$/.test(event.key) && $$("button", ask)[event.key - 1];
      if (button) { event.preventDefault(); button.click(); }
    });
    draw();
  }

  // Calibration: verdict first, reason after
  const cases = $$("[data-calibration] [data-verdict]");
  let done = 0, same = 0;
  cases.forEach((item) => {
    const answer = $("details", item), choices = el("div", { className: "row", role: "group", ariaLabel: "Your verdict" }), said = el("p", { className: "said" });
    said.setAttribute("role", "status");
    answer.hidden = true;
    [["allowed", "Allowed"], ["denied", "Not allowed"], ["depends", "It depends"]].forEach(([key, text]) => choices.append(el("button", { type: "button", textContent: text, ariaPressed: "false", onclick: (event) => {
      if (answer.open) return;
      event.target.ariaPressed = "true";
      $$("button", choices).forEach((b) => { b.setAttribute("aria-disabled", "true"); });
      const right = key === item.dataset.verdict;
      done += 1;
      same += right;
      said.textContent = right ? "The same as the set." : "The set says otherwise.";
      answer.hidden = false;
      answer.open = true;
      $("[data-score]").textContent = `${done} of ${cases.length} answered, ${same} the same as the set.`;
    } })));
    answer.before(choices, said);
  });
})();
