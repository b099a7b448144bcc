// Runs write-good or alex over texts: `node peers.mjs TOOL FOLDER`, a JSON list of texts on standard input.
// Writes a JSON list: for each text its findings as [start, end] in UTF-16 units. FOLDER holds node_modules.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'

const [tool, folder] = process.argv.slice(2)
const modules = join(folder, 'node_modules')

async function finder() {
  if (tool === 'write-good') {
    const writeGood = createRequire(join(modules, '/'))('write-good')
    return (draft) => writeGood(draft).map((found) => [found.index, found.index + found.offset])
  }
  const { text: check } = await import(pathToFileURL(join(modules, 'alex', 'index.js')))
  return (draft) => check(draft).messages.map(({ position }) => [position.start.offset, position.end.offset])
}

const find = await finder()
process.stdout.write(JSON.stringify(JSON.parse(await text(process.stdin)).map(find)))
