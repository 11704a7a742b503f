// Runs exported models in onnxruntime and holds their integers against Go's: node run.mjs CASES.json
import fs from "node:fs";
import * as ort from "onnxruntime-web";

ort.env.wasm.numThreads = 1;
ort.env.logLevel = "error";
let wrong = 0;
for (const c of JSON.parse(fs.readFileSync(process.argv[2], "utf8"))) {
  const session = await ort.InferenceSession.create(new Uint8Array(fs.readFileSync(c.model)));
  const examples = new ort.Tensor("uint8", new Uint8Array(Buffer.from(c.examples, "base64")), c.shape);
  const got = await session.run({ examples });
  const logits = Array.from(got.logits.data), classes = Array.from(got.class.data, Number);
  const differ = logits.filter((v, i) => v !== c.logits[i]).length + Math.abs(logits.length - c.logits.length);
  const other = classes.filter((v, i) => v !== c.classes[i]).length + Math.abs(classes.length - c.classes.length);
  console.log(`${c.name}: ${c.shape[0]} examples, ${differ} of ${c.logits.length} logits differ, ${other} classes`);
  if (differ || other || session.inputNames.join() !== "examples" || session.outputNames.join() !== "logits,class") wrong++;
  await session.release();
}
process.exit(wrong ? 1 : 0);
