// Draws what a terminal showed: node terminal.mjs TITLE NAME[:FIRST:LAST]... > picture.svg
// Of NAME.txt it takes all lines, or the FIRST and the LAST so many with a mark between them.
import { readFileSync } from "node:fs";

const [title, ...parts] = process.argv.slice(2);
const columns = 80, cell = 8.4, line = 19, margin = 16, bar = 30;
const colours = { 31: "#ff7b72", 32: "#7ee787", 33: "#e3b341", 34: "#79c0ff", 35: "#d2a8ff", 36: "#76e3ea", 90: "#8b949e", 91: "#ffa198", 92: "#7ee787", 93: "#f2cc60", 94: "#a5d6ff" };

// screen is a transcript as lines of cells: a carriage return writes over, colours stay, all else that moves is left out.
function screen(text) {
  const lines = [[]];
  let at = 0, look = "";
  for (const [, codes, kind, c] of text.matchAll(/\x1b\[([0-9;?]*)([A-Za-z])|\x1b[()][A-Z0-9]|\x1b[=>78]|([\s\S])/gu)) {
    const row = lines.at(-1);
    if (kind === "m") {
      for (const n of codes.split(";")) look = n === "1" ? `${look} font-weight="bold"` : colours[n] ? `fill="${colours[n]}"` : "";
    } else if (kind === "K") row.length = Math.min(row.length, at);
    else if (c === "\n") { lines.push([]); at = 0; }
    else if (c === "\r") at = 0;
    else if (c === "\b") at = Math.max(0, at - 1);
    else if (c === "\t") at += 8 - at % 8;
    else if (c >= " ") {
      if (at === columns) { lines.push([]); at = 0; }
      lines.at(-1)[at++] = { c, look };
    }
  }
  while (lines.length && lines.at(-1).every((x) => !x || x.c === " ")) lines.pop();
  return lines;
}

const rows = [];
for (const part of parts) {
  const [file, first, last] = part.split(":");
  const lines = screen(readFileSync(`${file}.txt`, "utf8"));
  const top = Number(first ?? lines.length), bottom = Number(last ?? 0);
  if (rows.length) rows.push([]);
  rows.push(...lines.slice(0, top).map((l, i) => i === 0 ? l.map((x) => x && { ...x, look: 'fill="#7ee787"' }) : l));
  if (top + bottom < lines.length) rows.push([..."…"].map((c) => ({ c, look: 'fill="#8b949e"' })));
  if (bottom) rows.push(...lines.slice(Math.max(top, lines.length - bottom)));
}

const escape = (s) => s.replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c]);
const width = Math.round(columns * cell + 2 * margin), height = bar + rows.length * line + 2 * margin - 6;
const texts = [];
rows.forEach((row, y) => {
  // Words of one look that stand together; each has its place and length, whatever font is there.
  for (let from = 0; from < row.length;) {
    if (!row[from] || row[from].c === " ") { from++; continue; }
    let to = from;
    const same = (i) => row[i] && row[i].look === row[from].look && !(row[i].c === " " && (!row[i + 1] || row[i + 1].c === " "));
    while (to < row.length && same(to)) to++;
    const words = row.slice(from, to).map((x) => x.c).join("");
    texts.push(`<text x="${(margin + from * cell).toFixed(1)}" y="${bar + margin + y * line + 8}" textLength="${([...words].length * cell).toFixed(1)}" ${row[from].look}>${escape(words)}</text>`);
    from = to;
  }
});
console.log(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace" font-size="14" fill="#e6edf3">
<title>${escape(title)}</title>
<rect width="${width}" height="${height}" rx="8" fill="#0d1117"/>
<path d="M0 ${bar}V8a8 8 0 0 1 8-8H${width - 8}a8 8 0 0 1 8 8V${bar}z" fill="#21262d"/>
<circle cx="18" cy="15" r="5" fill="#ff5f57"/><circle cx="36" cy="15" r="5" fill="#febc2e"/><circle cx="54" cy="15" r="5" fill="#28c840"/>
<text x="${width / 2}" y="20" text-anchor="middle" font-size="13" fill="#8b949e">${escape(title)}</text>
${texts.join("\n")}
</svg>`);
