import { statSync } from "node:fs";
import { isModelCurrent, modelFile, trainModel } from "../modules/recognition/index.ts";

/*
 * npm run train: makes content/recognition/model.bin anew from the statements of content/recognition/corpus. The same statements
 * give the same model.
 */

const { statements, outputs } = trainModel();
const megabytes = (statSync(modelFile).size / 1_000_000).toFixed(1);
process.stdout.write(
  `${statements} statements, ${outputs.length} codes, ${megabytes} MB: content/recognition/model.bin\n`,
);
if (!isModelCurrent()) throw new Error("The model that was kept is not the one that was made.");
