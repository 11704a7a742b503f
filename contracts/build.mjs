// Compiles src/ with the pinned solc and writes artifacts/: the ABI and the
// code of each contract. `node build.mjs --check` fails if they differ from
// what the sources give.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import sha3 from "js-sha3";
import solc from "solc";
import { rowsSource } from "./rows.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const check = process.argv.includes("--check");
// How often the optimiser shall think that the code runs: an evaluator's loops run
// millions of times, the market's calls once; each must fit the code size limit.
const wanted = {
  Market: 200,
  IEvaluator: 1,
  DenseEvaluator: 1_000_000,
  Dense4Evaluator: 1_000_000,
  CalldataDispute: 1000,
  BlobDispute: 1000,
  TestToken: 1000,
  UsualToken: 1000,
  WeirdToken: 1000,
  Puppet: 1000,
  WitnessEvaluator: 1000,
};

/** Writes a made file, or, to check, fails if it differs. */
function put(file, text) {
  if (!check) return fs.writeFileSync(file, text);
  if (fs.existsSync(file) && fs.readFileSync(file, "utf8") === text) return;
  console.error(`${file} is not what the sources give: run make contracts`);
  process.exit(1);
}

put(path.join(here, "src", "Rows.sol"), rowsSource());
/** The text of a source: ours by its path here, a package's by its name. */
function read(name) {
  return fs.readFileSync(path.join(here, name.startsWith("@") ? "node_modules" : "", name), "utf8");
}

/** A source and all that it imports, so that the compiler needs nothing else. */
function closure(name, sources = {}) {
  if (sources[name]) return sources;
  sources[name] = { content: read(name) };
  for (const [, from] of sources[name].content.matchAll(/^import [^;]*?"([^"]+)";/gms)) {
    closure(from.startsWith(".") ? path.posix.join(path.posix.dirname(name), from) : from, sources);
  }
  return Object.fromEntries(Object.entries(sources).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Compiles one contract; runs weighs the cost of its calls against its size. */
function compile(file, name, runs) {
  const input = {
    language: "Solidity",
    sources: closure(file),
    settings: {
      evmVersion: "prague",
      viaIR: true,
      optimizer: { enabled: true, runs },
      // nothing in the code depends on comments or paths: foundry.toml says the same
      metadata: { bytecodeHash: "none", appendCBOR: false },
      outputSelection: {
        [file]: { [name]: ["abi", "evm.bytecode.object", "evm.deployedBytecode", "storageLayout", "metadata"] },
      },
    },
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input)));
  for (const e of output.errors ?? []) console.error(e.formattedMessage);
  if (output.errors?.length) process.exit(1); // a warning fails the build too
  return { input, ...output.contracts[file][name] };
}

/** Where each variable stands, a line each; the compiler's numbers of types left out. */
function layoutOf({ storage, types }) {
  const label = (t) => types[t].label;
  return storage.map((v) => `${v.slot.padStart(3)} +${String(v.offset).padEnd(2)} ${label(v.type)} ${v.label}\n` +
    (types[types[v.type].value]?.members ?? []).map((m) => `      ${m.slot.padStart(2)} +${String(m.offset).padEnd(2)} ${label(m.type)} ${m.label}\n`).join("")).join("");
}

/** What deployed code is recognised by: its hash, and where immutables are filled in. */
function codeOf(name, deployed) {
  const hash = sha3.keccak256(Buffer.from(deployed.object, "hex"));
  const at = Object.values(deployed.immutableReferences).flat().map((r) => r.start).sort((a, b) => a - b);
  return `\t${(name + "Code").padEnd(19)} = Code{"${hash}", []int{${at.join(", ")}}}\n`;
}

let codes = "";
const ofAll = new Set(); // names in IEvaluator
const artifacts = path.join(here, "artifacts");
fs.mkdirSync(artifacts, { recursive: true });
for (const [name, runs] of Object.entries(wanted)) {
  const isTest = fs.existsSync(path.join(here, "test", `${name}.sol`));
  const c = compile(`${isTest ? "test" : "src"}/${name}.sol`, name, runs);
  const runtime = c.evm.deployedBytecode.object;
  console.log(`${name}: ${runtime.length / 2} bytes of code, ${c.evm.bytecode.object.length / 2} of initcode`);
  if (runtime.length / 2 > 24576) throw new Error(`${name} is over the code size limit`);
  if (isTest) {
    const testdata = path.join(here, "..", "pkg", "market", "contract", "testdata");
    put(path.join(testdata, `${name}.abi`), JSON.stringify(c.abi, null, 1) + "\n");
    put(path.join(testdata, `${name}.hex`), c.evm.bytecode.object + "\n");
    continue;
  }
  // an evaluator's interface is IEvaluator, and what it has beside that
  if (name === "IEvaluator") for (const { name } of c.abi) ofAll.add(name);
  const own = name === "IEvaluator" ? c.abi : c.abi.filter((item) => !ofAll.has(item.name));
  if (/^(Market|IEvaluator|BlobDispute)$/.test(name)) put(path.join(artifacts, `${name}.abi`), JSON.stringify(own, null, 1) + "\n");
  if (!runtime) continue; // an interface
  put(path.join(artifacts, `${name}.bin`), c.evm.bytecode.object + "\n");
  put(path.join(artifacts, `${name}.input.json`), JSON.stringify(c.input, null, 1) + "\n");
  put(path.join(artifacts, `${name}.metadata.json`), c.metadata + "\n");
  if (name === "Market") put(path.join(artifacts, "Market.storage.txt"), layoutOf(c.storageLayout));
  codes += codeOf(name, c.evm.deployedBytecode);
}
put(
  path.join(here, "..", "pkg", "market", "contract", "codes.gen.go"),
  `// Code generated by contracts/build.mjs. DO NOT EDIT.\n\npackage contract\n\nvar (\n${codes})\n`,
);
