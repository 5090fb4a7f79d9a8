// bylaw: what script adds to pages that are complete without it. $, $$ and el also serve search.js, which follows in the same file.
const $ = (sel, at = document) => at.querySelector(sel);
const $$ = (sel, at = document) => [...at.querySelectorAll(sel)];
const el = (tag, props, ...kids) => {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...kids);
  return node;
};

{ // Light and dark
  const chosen = document.documentElement.dataset;
  const other = () => (chosen.theme ? chosen.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches) ? "light" : "dark";
  const name = () => { toggle.title = toggle.ariaLabel = `Use ${other()} colours`; };
  const toggle = el("button", { type: "button", className: "theme", textContent: "◐", onclick() {
    chosen.theme = other();
    try { localStorage.theme = chosen.theme; } catch {}
    name();
  } });
  try { if (localStorage.theme) chosen.theme = localStorage.theme; } catch {}
  name();
  $(".sitenav").append(toggle);
}

// Copy buttons: data-copy is the id of what is copied
$$("[data-copy]").forEach((button) => {
  const label = button.textContent;
  button.hidden = false;
  button.onclick = async () => {
    button.textContent = await navigator.clipboard?.writeText($("#" + button.dataset.copy).textContent).then(() => "Copied", () => "") || "Select and copy by hand";
    setTimeout(() => { button.textContent = label; }, 2000);
  };
});
