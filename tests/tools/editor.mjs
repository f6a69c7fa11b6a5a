// One session of a real language server, as an editor holds it: opens files, asks what may be typed, prints the answers.
//
//     node editor.mjs < request.json > answer.json
//
// The request: `{"folder": …, "schemas": {URL: [glob, …]}, "files": [{"path": …, "complete": [{"line", "column"}, …]}]}`,
// lines and columns from 0. The answer: per file its `problems` (`line`, `column`, `text`) and, for each place asked
// about, what is `offered` (`label`, `insert`, `says`).

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const rpc = require('vscode-jsonrpc/node');

const request = JSON.parse(readFileSync(0, 'utf8'));
const server = spawn(
    process.execPath,
    [join(dirname(require.resolve('yaml-language-server/package.json')), 'bin', 'yaml-language-server'), '--stdio'],
    { stdio: ['pipe', 'pipe', 'inherit'] },
);
const editor = rpc.createMessageConnection(
    new rpc.StreamMessageReader(server.stdout),
    new rpc.StreamMessageWriter(server.stdin),
);

// What an editor would be set to. No schema is fetched from the network.
const settings = {
    yaml: { schemas: request.schemas ?? {}, schemaStore: { enable: false }, validate: true, completion: true, hover: true },
};
editor.onRequest('workspace/configuration', ({ items }) => items.map(({ section }) => settings[section] ?? null));
editor.onRequest('client/registerCapability', () => null);
const waiting = new Map();
editor.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => waiting.get(uri)?.(diagnostics));
editor.listen();

const folder = pathToFileURL(request.folder).href;
await editor.sendRequest('initialize', {
    processId: process.pid,
    rootUri: folder,
    workspaceFolders: [{ uri: folder, name: 'store' }],
    capabilities: {
        textDocument: { completion: { completionItem: { snippetSupport: true } }, publishDiagnostics: {} },
        workspace: { configuration: true, workspaceFolders: true },
    },
});
await editor.sendNotification('initialized', {});
await editor.sendNotification('workspace/didChangeConfiguration', { settings });

// All at once: the server waits a moment before it looks at a file, in case more is typed.
const opened = request.files.map(async ({ path }) => {
    const uri = pathToFileURL(path).href;
    const diagnosed = new Promise((resolve) => waiting.set(uri, resolve));
    await editor.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'yaml', version: 1, text: readFileSync(path, 'utf8') },
    });
    const problem = ({ range, message }) => ({ line: range.start.line, column: range.start.character, text: message });
    return (await diagnosed).map(problem);
});
const problems = await Promise.all(opened);

const answer = [];
for (const [at, { path, complete }] of request.files.entries()) {
    const offered = [];
    for (const { line, column } of complete ?? []) {
        const list = await editor.sendRequest('textDocument/completion', {
            textDocument: { uri: pathToFileURL(path).href },
            position: { line, character: column },
        });
        const offer = ({ label, insertText, textEdit, documentation }) => ({
            label,
            insert: textEdit?.newText ?? insertText,
            says: documentation?.value ?? documentation ?? '',
        });
        offered.push((list.items ?? list).map(offer));
    }
    answer.push({ path, problems: problems[at], offered });
}
process.stdout.write(JSON.stringify(answer));
await editor.sendRequest('shutdown');
await editor.sendNotification('exit');
