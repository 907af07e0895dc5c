// Rows as the text of a file that spreadsheets open: RFC 4180.
"use strict";

const csv = (() => {
  // A cell that begins so is taken for a formula, and words of an article could be one.
  const FORMULA = /^[=+\-@\t\r]/;

  function cell(value) {
    const text = typeof value === "number" ? String(value) : guard(String(value ?? ""));
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  function guard(text) {
    return FORMULA.test(text) ? `'${text}` : text;
  }

  // rows: lists of cells, the header first. The mark at the start lets spreadsheets know UTF-8.
  function write(rows) {
    return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
  }

  return Object.freeze({ write });
})();
