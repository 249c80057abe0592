"use strict";
// Shows the rows of the table that a reader asks for. Without it, all rows are there.
(() => {
  const form = document.getElementById("filters");
  const count = document.getElementById("count");
  const rows = [...document.querySelectorAll("tr[data-kinds]")];
  const fold = (text) => text.normalize("NFKC").toLowerCase();
  const words = (text) => text.split(" ").filter(Boolean);

  // A merged cell, and the rows it reaches over.
  const merged = [];
  const said = new Map(rows.map((row) => [row, row.textContent]));
  for (const cell of document.querySelectorAll("tbody [rowspan]")) {
    const all = [...cell.closest("tbody").rows];
    const first = all.indexOf(cell.parentElement);
    const reached = all.slice(first, first + cell.rowSpan);
    merged.push({ cell, reached });
    for (const row of reached.slice(1)) said.set(row, `${said.get(row)} ${cell.textContent}`);
  }
  const known = new Map(rows.map((row) => [row, {
    text: fold(said.get(row)),
    kinds: words(row.dataset.kinds),
    departments: words(row.dataset.departments),
  }]));

  const asked = () => {
    const given = new FormData(form);
    return {
      text: words(fold(given.get("text"))),
      goal: given.get("goal"),
      department: given.get("department"),
      kinds: given.getAll("kind"),
    };
  };

  const fits = (row, wanted) => {
    const { text, kinds, departments } = known.get(row);
    return wanted.text.every((word) => text.includes(word))
      && (!wanted.goal || row.dataset.goal === wanted.goal)
      && (!wanted.department || departments.includes(wanted.department))
      && (!wanted.kinds.length || wanted.kinds.some((kind) => kinds.includes(kind)));
  };

  // A merged cell stands in the first of its rows that is shown, and reaches over those alone.
  const place = ({ cell, reached }) => {
    const shown = reached.filter((row) => !row.hidden);
    if (!shown.length) return;
    const after = [...shown[0].cells].find(
      (other) => other !== cell && Number(other.dataset.column) > Number(cell.dataset.column));
    shown[0].insertBefore(cell, after ?? null);
    cell.rowSpan = shown.length;
  };

  const show = () => {
    const wanted = asked();
    for (const row of rows) row.hidden = !fits(row, wanted);
    merged.forEach(place);
    for (const part of document.querySelectorAll("section.part, .wide")) {
      if (part.querySelector("tr[data-kinds]")) {
        part.hidden = !part.querySelector("tr[data-kinds]:not([hidden])");
      }
    }
    const left = rows.filter((row) => !row.hidden).length;
    count.textContent = count.dataset.said.replace("{shown}", left).replace("{all}", rows.length);
  };

  // What is asked for stands in the address, so that it can be passed on.
  const remember = () => {
    const given = [...new FormData(form)].filter(([, value]) => value);
    history.replaceState(null, "", `#${new URLSearchParams(given)}`);
  };

  const recall = () => {
    const given = new URLSearchParams(location.hash.slice(1));
    for (const name of ["text", "goal", "department"]) {
      form.elements[name].value = given.get(name) ?? "";
    }
    for (const box of form.querySelectorAll("[name=kind]")) {
      box.checked = given.getAll("kind").includes(box.value);
    }
  };

  const follow = () => {
    if (location.hash.includes("=")) {
      recall();
      show();
      form.scrollIntoView();
      return;
    }
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.closest("[hidden]")) {
      form.reset();
      show();
      target.scrollIntoView();
    }
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => { show(); remember(); });
  form.addEventListener("reset", () => setTimeout(() => { show(); remember(); }));
  addEventListener("hashchange", follow);
  form.hidden = false;
  show();
  follow();
})();
