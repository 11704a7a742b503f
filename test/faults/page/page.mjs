// Looks at a running rig's page in Chromium as people do: on a desk, a phone, a wall; by light and by
// dark; for those who hear it. node page.mjs URL [FOLDER for pictures]. Says what is wrong, a line each.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const [url, pictures] = process.argv.slice(2);
const [username, password] = process.env.LOGIN.split(":");
const httpCredentials = { username, password };
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const wrong = [];
const check = (ok, words) => { if (!ok) wrong.push(words); };

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const sizes = [
  { name: "desk", width: 1280, height: 900, colorScheme: "light" },
  { name: "dark", width: 1280, height: 900, colorScheme: "dark" },
  { name: "phone", width: 360, height: 740, colorScheme: "light" },
  { name: "wall", width: 3840, height: 2160, colorScheme: "dark" },
];
for (const { name, width, height, colorScheme } of sizes) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, httpCredentials });
  const page = await context.newPage();
  page.on("pageerror", (e) => wrong.push(`${name}: ${e}`));
  page.on("console", (m) => { if (m.type() === "error") wrong.push(`${name}: ${m.text()}`); });
  let loads = 0;
  page.on("load", () => loads++);
  await page.goto(url);
  await page.waitForFunction(() => document.getElementById("live").textContent === "live", null, { timeout: 20000 });
  // Something of it changes by itself, without a reload.
  await page.evaluate(() => { window.before = document.getElementById("money").outerHTML + document.getElementById("devices").outerHTML; });
  await page.waitForFunction(() => document.getElementById("money").outerHTML + document.getElementById("devices").outerHTML !== window.before, null, { timeout: 60000 })
    .catch(() => wrong.push(`${name}: nothing changes by itself`));
  check(loads === 1, `${name}: the page was loaded ${loads} times`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  check(wide <= 0, `${name}: it is ${wide} pixels too wide`);
  const order = await page.evaluate(() => [...document.querySelectorAll("main > [id]")].map((e) => e.id).join(" "));
  check(order.startsWith("head live faults money devices"), `${name}: its parts are ${order}`);
  if (pictures) await page.screenshot({ path: `${pictures}/page-${name}.png`, fullPage: name !== "wall" });
  // axe's script is not from the page itself: it is run past the page's policy, as an extension would be.
  await page.evaluate(`${axe}\n;0`);
  const { violations } = await page.evaluate(() => axe.run());
  for (const v of violations) wrong.push(`${name}: ${v.id}: ${v.help}: ${v.nodes.slice(0, 2).map((n) => n.html.slice(0, 120)).join(" | ")}`);
  await context.close();
}
// What is asked for after a login is done, and shown; nobody comes in without.
const operator = await browser.newContext({ httpCredentials });
const desk = await operator.newPage();
await desk.goto(url);
for (const [act, then] of [["pause #3", "release #3"], ["release #3", "pause #3"]]) {
  await desk.locator(`button[aria-label="${act}"]`).click({ timeout: 20000 }).catch((e) => wrong.push(`${act}: ${e}`));
  await desk.locator(`button[aria-label="${then}"]`).waitFor({ timeout: 30000 }).catch((e) => wrong.push(`after ${act}: ${e}`));
}
await desk.locator('button[data-do="reload"]').click().catch((e) => wrong.push(`reload: ${e}`));
await desk.waitForFunction(() => document.getElementById("live").textContent.startsWith("reload: done"), null, { timeout: 20000 }).catch(() => wrong.push("reload: nothing says that it is done"));
const stranger = await (await browser.newContext()).newPage();
const refused = await stranger.goto(url).catch(() => null);
check(refused === null || refused.status() === 401, `without a login: ${refused?.status()}`);
// Without scripts it is whole, too.
const plain = await browser.newContext({ javaScriptEnabled: false, httpCredentials });
const page = await plain.newPage();
await page.goto(url);
check((await page.textContent("main")).includes("Devices"), "without scripts: no devices");
await browser.close();
for (const w of wrong) console.log(w);
process.exit(wrong.length > 0 ? 1 : 0);
