// gainsay built for WASI, as a page or a server without programs of its own would run it: nothing but one folder is there.
//
//     node wasi.mjs gainsay.wasm FOLDER ARGUMENT …
//
// Prints what the program prints, and ends with its status.

import { readFile } from 'node:fs/promises';
import { WASI } from 'node:wasi';

const [program, folder, ...rest] = process.argv.slice(2);
const wasi = new WASI({
    version: 'preview1',
    args: ['gainsay', ...rest],
    env: { COLUMNS: '100' },
    preopens: { '/': folder, '.': folder },
    returnOnExit: true,
});
const module = await WebAssembly.compile(await readFile(program));
const instance = await WebAssembly.instantiate(module, wasi.getImportObject());
process.exitCode = wasi.start(instance);
