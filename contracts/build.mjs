// Compiles src/ with the pinned solc and writes artifacts/: the ABI and the
// code of each contract. `node build.mjs --check` fails if they differ from
// what the sources give.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import solc from "solc";
import { rowsSource } from "./rows.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const check = process.argv.includes("--check");
// How often the optimiser shall think that the code runs: an evaluator's loops run
// millions of times, the market's calls once; each must fit the code size limit.
const wanted = { Market: 1000, DenseEvaluator: 1_000_000, Dense4Evaluator: 1_000_000, ConvEvaluator: 10_000 };

/** Writes a made file, or, to check, fails if it differs. */
function put(file, text) {
  if (!check) return fs.writeFileSync(file, text);
  if (fs.existsSync(file) && fs.readFileSync(file, "utf8") === text) return;
  console.error(`${file} is not what the sources give: run make contracts`);
  process.exit(1);
}

put(path.join(here, "src", "Rows.sol"), rowsSource());
const files = fs.readdirSync(path.join(here, "src")).filter((f) => f.endsWith(".sol")).sort();
const sources = Object.fromEntries(
  files.map((f) => [f, { content: fs.readFileSync(path.join(here, "src", f), "utf8") }]),
);

/** Compiles one contract; runs weighs the cost of its calls against its size. */
function compile(name, runs) {
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
          outputSelection: {
            [`${name}.sol`]: { [name]: ["abi", "evm.bytecode.object", "evm.deployedBytecode.object"] },
          },
        },
      }),
    ),
  );
  for (const e of output.errors ?? []) console.error(e.formattedMessage);
  if (output.errors?.length) process.exit(1); // a warning fails the build too
  return output.contracts[`${name}.sol`][name];
}

fs.mkdirSync(path.join(here, "artifacts"), { recursive: true });
for (const [name, runs] of Object.entries(wanted)) {
  const c = compile(name, runs);
  const runtime = c.evm.deployedBytecode.object;
  console.log(`${name}: ${runtime.length / 2} bytes of code, ${c.evm.bytecode.object.length / 2} of initcode`);
  if (runtime.length / 2 > 24576) throw new Error(`${name} is over the code size limit`);
  for (const [ext, text] of [
    ["abi", JSON.stringify(c.abi, null, 1) + "\n"],
    ["bin", c.evm.bytecode.object + "\n"],
  ]) {
    put(path.join(here, "artifacts", `${name}.${ext}`), text);
  }
}
