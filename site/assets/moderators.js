// Decision: the numbered list becomes one question at a time
const stepper = $("[data-stepper]");
if (stepper) {
  const result = $("[data-result]"), ladder = $(".ladder"), all = $("[data-all]"), again = $(".keys button", stepper), picks = [];
  let rule;
  const heads = $$("[data-column]").map((th) => th.textContent);
  const cells = (row) => $$("td[data-action]", row);
  const times = (row) => cells(row).filter((td) => !("refused" in td.dataset));
  const pill = (td) => $(".step", td).cloneNode(true);
  const step = (li) => ({ id: li.dataset.step, text: $("p", li).textContent, answers: $$("[data-to]", li).map((a) => ({ text: $(".a", a).textContent, to: a.dataset.to, target: $(".to", a) })) });
  const replay = () => {
    const now = { node: step($("[data-step]", all)), trail: [] };
    const settle = (td) => { now.end = pill(td); now.key = td.dataset.action; };
    picks.forEach((pick, index) => {
      const answer = now.node.answers[pick], [, kind, value] = answer.to.match(/^(\w+):?(.*)/);
      now.trail.push(el("li", {}, el("button", { type: "button", title: "Answer again", onclick() { picks.length = index; draw(1); } },
        el("span", { textContent: now.node.id || "" }), el("span", { textContent: now.node.text }), el("b", { textContent: answer.text }))));
      now.node = null;
      if (kind === "step") now.node = step($(`[data-step="${value}"]`, all));
      else if (kind === "severity") {
        now.row = $(`tr[data-severity="${value}"]`, ladder);
        const each = times(now.row);
        // Where every time leads to the same, nobody is asked how often
        if (each.every((td) => pill(td).textContent === pill(each[0]).textContent)) settle(each[0]);
        else now.node = { text: ladder.dataset.question, answers: each.map((td, i) => ({ text: heads[i], to: "cell:" + i, pill: pill(td) })) };
      } else if (kind === "cell") {
        settle(now.cell = times(now.row)[value]);
        now.time = answer.text;
      } else {
        now.key = kind === "action" ? value : kind;
        now.end = el("span", { className: "act act-" + now.key }, answer.target.href ? answer.target.cloneNode(true) : answer.target.textContent);
      }
    });
    return now;
  };
  const fact = (name, ...kids) => {
    const dd = $(`[data-fact="${name}"]`);
    dd.parentNode.hidden = !kids[0];
    dd.replaceChildren(...kids);
  };
  const draw = (focus) => {
    const { node, trail, row, cell, key, end, time } = replay(), title = $("h3", stepper);
    $(".trail").replaceChildren(...trail);
    $("[data-count]").textContent = node?.id ? "Question " + node.id : "";
    title.textContent = node?.text || "";
    title.parentNode.hidden = $(".keys span", stepper).hidden = !node;
    $(".answers", stepper).replaceChildren(...(node?.answers || []).map((a, i) => el("li", {}, el("button", { type: "button", onclick() { picks.push(i); draw(1); } },
      el("kbd", { textContent: i + 1, ariaHidden: "true" }), el("span", { className: "a", textContent: a.text }), a.pill || ""))));
    again.hidden = !picks.length;
    $$(".fc .on, .ladder .on").forEach((n) => n.classList.remove("on"));
    [node?.id && $(`.fc [data-step="${node.id}"]`), row, cell].forEach((n) => n?.classList.add("on"));
    result.hidden = !row && !end;
    $("[data-rest]").hidden = !result.hidden;
    const level = row?.dataset.severity || "";
    const rules = (row?.dataset.rules || "").split(", ").filter(Boolean);
    // A case is noted under one rule: where the severity has several, the moderator says which
    if (!rules.includes(rule)) rule = rules[1] ? "" : rules[0];
    $(".big", result).replaceChildren(end || "");
    fact("rule", ...rules.map((id) => rules[1] ? el("button", { type: "button", className: "rid", textContent: id, ariaPressed: id === rule, onclick() {
      rule = id;
      draw();
      $("[data-fact='rule'] [aria-pressed='true']").focus();
    } }) : id));
    fact("severity", level && el("strong", { textContent: level }), " ", $(`[data-looks="${level}"]`)?.textContent || "");
    fact("ladder", ...(row ? cells(row) : []).map((td, i) => el("span", { className: td === cell ? "on" : "" }, el("span", { textContent: heads[i] }), pill(td), td === cell ? " ✓" : "")));
    fact("mail", $(`[data-email="${key}"] a`)?.cloneNode(true) || "");
    $("#note").textContent = [$("main").dataset.policy, rules[0] && `rule: ${rule || "…"}`, level && "severity " + level, time?.toLowerCase(), end?.textContent].filter(Boolean).join("\n");
    if (focus) node ? title.focus({ preventScroll: true }) : $("#outcome").focus();
  };
  again.onclick = () => { picks.length = 0; draw(1); };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input")) return;
    if (event.key === "Backspace" && picks.length) { picks.pop(); draw(1); }
    else if (event.key > "0" && event.key <= "9") $$(".answers button", stepper)[event.key - 1]?.click();
  });
  stepper.hidden = all.open = false;
  draw();
}

// Calibration: verdict first, reason after
const cases = $$("[data-verdict]");
let done = 0, same = 0;
cases.forEach((item) => {
  const details = $("details", item), said = el("p", { role: "status" });
  const buttons = [["allowed", "Allowed"], ["denied", "Not allowed"], ["depends", "It depends"]].map(([key, textContent]) => el("button", { type: "button", textContent, ariaPressed: "false", onclick() {
    if (details.open) return;
    const right = key === item.dataset.verdict;
    this.ariaPressed = "true";
    buttons.forEach((b) => { b.ariaDisabled = "true"; });
    details.hidden = !(details.open = true);
    said.textContent = right ? "The same as the set." : "The set says otherwise.";
    $("[data-score]").textContent = `${++done} of ${cases.length} answered, ${same += +right} the same as the set.`;
  } }));
  details.hidden = true;
  details.before(el("div", { className: "row", role: "group", ariaLabel: "Your verdict" }, ...buttons), said);
});
