// A picture of a running rig's page, once it is live: node photo.mjs URL FILE.png
import { chromium } from "playwright-core";

const [url, path] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 0.75 });
await page.goto(url);
await page.waitForFunction(() => document.getElementById("live").textContent === "live", null, { timeout: 20000 });
await page.screenshot({ path });
await browser.close();
