// Compiles src/ with the pinned solc and writes artifacts/: the ABI and the
// code of each contract. `node build.mjs --check` fails if they differ from
// what the sources give.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import solc from "solc";

const here = path.dirname(fileURLToPath(import.meta.url));
// Contracts, and how often the optimiser shall think that their code runs: the
// market must fit the code size limit, the convolutions want constants pushed.
const wanted = { Market: 1000, DenseEvaluator: 1000, ConvEvaluator: 10_000 };
const files = fs.readdirSync(path.join(here, "src")).filter((f) => f.endsWith(".sol")).sort();
const sources = Object.fromEntries(
  files.map((f) => [f, { content: fs.readFileSync(path.join(here, "src", f), "utf8") }]),
);

function compile(names, runs) {
  const output = JSON.parse(
    solc.compile(
      JSON.stringify({
        language: "Solidity",
        sources,
        settings: {
          evmVersion: "prague",
          viaIR: true,
          optimizer: { enabled: true, runs },
          metadata: { bytecodeHash: "none", appendCBOR: false },
          outputSelection: Object.fromEntries(
            names.map((n) => [`${n}.sol`, { [n]: ["abi", "evm.bytecode.object", "evm.deployedBytecode.object"] }]),
          ),
        },
      }),
    ),
  );
  for (const e of output.errors ?? []) console.error(e.formattedMessage);
  if (output.errors?.length) process.exit(1); // a warning fails the build too
  return Object.fromEntries(names.map((n) => [n, output.contracts[`${n}.sol`][n]]));
}

const compiled = {};
for (const runs of new Set(Object.values(wanted))) {
  Object.assign(compiled, compile(Object.keys(wanted).filter((n) => wanted[n] === runs), runs));
}

const check = process.argv.includes("--check");
fs.mkdirSync(path.join(here, "artifacts"), { recursive: true });
for (const [name, c] of Object.entries(compiled)) {
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
