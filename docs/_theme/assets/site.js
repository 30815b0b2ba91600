/* Filters on the list of rules (without JavaScript the whole list is there), and a name for the search dialog. */

(() => {
  const WORDS = {
    en: {
      search: "Search these rules", family: "Family", severity: "Severity", mended: "Mended", language: "Texts in", any: "any",
      clear: "Clear", count: (shown, all) => `${shown} of ${all} rules`,
    },
    nl: {
      search: "Zoek in de regels", family: "Familie", severity: "Ernst", mended: "Herstellen", language: "Teksten in", any: "alle",
      clear: "Wissen", count: (shown, all) => `${shown} van ${all} regels`,
    },
  };

  const cellText = (row, index) => row.cells[index].textContent.trim();

  /* Everything between a heading and the next. */
  const partsBelow = (heading) => {
    const parts = [];
    for (let part = heading.nextElementSibling; part && !part.matches("h2"); part = part.nextElementSibling) parts.push(part);
    return parts;
  };

  const readRules = (headings) => headings.flatMap((heading) => {
    const parts = partsBelow(heading);
    const table = parts.map((part) => (part.matches("table") ? part : part.querySelector("table"))).find(Boolean);
    if (!table) return [];
    const family = heading.firstChild.textContent.trim();
    return [...table.tBodies[0].rows].map((row) => ({
      row, heading, parts, family,
      text: row.textContent.toLowerCase(),
      severity: cellText(row, 3).split(",")[0],
      mended: cellText(row, 4),
      languages: cellText(row, 5).split(", "),
    }));
  });

  const labelled = (text, control) => {
    const label = document.createElement("label");
    label.append(text, control);
    return label;
  };

  const chooser = (words, values) => {
    const select = document.createElement("select");
    select.append(new Option(words.any, ""));
    values.forEach((value) => select.append(new Option(value, value)));
    return select;
  };

  const unique = (values) => [...new Set(values)];

  /* The theme gives its dialog no name, so a screen reader could only say that one opened. */
  const nameSearch = () => {
    const dialog = document.querySelector("[role=dialog]:not([aria-label])");
    const input = dialog && dialog.querySelector("input[aria-label]");
    if (input) dialog.setAttribute("aria-label", input.getAttribute("aria-label"));
  };

  const filterRules = () => {
    const headings = [...document.querySelectorAll("article h2")];
    if (!/\/rules\/(index\.html)?$/.test(location.pathname) || !headings.length) return;
    const words = WORDS[document.documentElement.lang] || WORDS.en;
    const rules = readRules(headings);
    const everyLanguage = rules.map((rule) => rule.languages[0]).find((name) => name.length > 2);

    const search = document.createElement("input");
    search.type = "search";
    const controls = {
      search,
      family: chooser(words, unique(rules.map((rule) => rule.family))),
      severity: chooser(words, unique(rules.map((rule) => rule.severity))),
      mended: chooser(words, unique(rules.map((rule) => rule.mended))),
      language: chooser(words, unique(rules.flatMap((rule) => rule.languages)).filter((name) => name !== everyLanguage)),
    };
    const clear = document.createElement("button");
    clear.type = "reset";
    clear.textContent = words.clear;
    const count = document.createElement("p");
    count.setAttribute("role", "status");
    const form = document.createElement("form");
    form.className = "rule-filter";
    form.append(...Object.entries(controls).map(([name, control]) => labelled(words[name], control)), clear);
    headings[0].before(form, count);

    const fits = (rule) =>
      rule.text.includes(search.value.trim().toLowerCase()) &&
      (!controls.family.value || rule.family === controls.family.value) &&
      (!controls.severity.value || rule.severity === controls.severity.value) &&
      (!controls.mended.value || rule.mended === controls.mended.value) &&
      (!controls.language.value || [controls.language.value, everyLanguage].some((name) => rule.languages.includes(name)));

    const show = () => {
      const shown = new Set(rules.filter(fits));
      rules.forEach((rule) => { rule.row.hidden = !shown.has(rule); });
      headings.forEach((heading) => {
        const own = rules.filter((rule) => rule.heading === heading);
        const empty = own.length > 0 && !own.some((rule) => shown.has(rule));
        heading.hidden = empty;
        own.slice(0, 1).forEach((rule) => rule.parts.forEach((part) => { part.hidden = empty; }));
      });
      count.textContent = words.count(shown.size, rules.length);
      const chosen = Object.entries(controls).filter(([, control]) => control.value).map(([name, { value }]) => [name, value]);
      history.replaceState(null, "", chosen.length ? `?${new URLSearchParams(chosen)}${location.hash}` : location.pathname + location.hash);
    };

    new URLSearchParams(location.search).forEach((value, name) => { if (controls[name]) controls[name].value = value; });
    form.addEventListener("input", show);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(show));
    show();
  };

  document.addEventListener("DOMContentLoaded", () => {
    nameSearch();
    filterRules();
  });
})();
