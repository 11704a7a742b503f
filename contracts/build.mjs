// Compiles src/ with the pinned solc and writes artifacts/: the ABI and the
// code of each contract. `node build.mjs --check` fails if they differ from
// what the sources give.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import solc from "solc";

const here = path.dirname(fileURLToPath(import.meta.url));
const wanted = ["Market", "DenseEvaluator", "FreivaldsEvaluator"];
const files = fs.readdirSync(path.join(here, "src")).filter((f) => f.endsWith(".sol")).sort();
const sources = Object.fromEntries(
  files.map((f) => [f, { content: fs.readFileSync(path.join(here, "src", f), "utf8") }]),
);
const output = JSON.parse(
  solc.compile(
    JSON.stringify({
      language: "Solidity",
      sources,
      settings: {
        evmVersion: "prague",
        viaIR: true,
        optimizer: { enabled: true, runs: 1000 },
        metadata: { bytecodeHash: "none", appendCBOR: false },
        outputSelection: { "*": { "*": ["abi", "evm.bytecode.object", "evm.deployedBytecode.object"] } },
      },
    }),
  ),
);
let failed = false;
for (const e of output.errors ?? []) {
  console.error(e.formattedMessage);
  failed = true; // a warning fails the build too
}
if (failed) process.exit(1);

const check = process.argv.includes("--check");
fs.mkdirSync(path.join(here, "artifacts"), { recursive: true });
for (const name of wanted) {
  const c = output.contracts[`${name}.sol`][name];
  const runtime = c.evm.deployedBytecode.object;
  console.log(`${name}: ${runtime.length / 2} bytes of code, ${c.evm.bytecode.object.length / 2} of initcode`);
  if (runtime.length / 2 > 24576) throw new Error(`${name} is over the code size limit`);
  for (const [ext, text] of [
    ["abi", JSON.stringify(c.abi, null, 1) + "\n"],
    ["bin", c.evm.bytecode.object + "\n"],
  ]) {
    const file = path.join(here, "artifacts", `${name}.${ext}`);
    if (!check) fs.writeFileSync(file, text);
    else if (!fs.existsSync(file) || fs.readFileSync(file, "utf8") !== text) {
      console.error(`${file} is not what the sources give: run make contracts`);
      process.exit(1);
    }
  }
}
