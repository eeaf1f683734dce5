import { FolderInUse, ownerOf } from '@evenhand/data-folder';
import { openStores } from '@evenhand/etl';
import { answerJson } from './ask/answer-json';
import type { AnswerSource } from './ask/answer-source';
import { answerTable } from './ask/answer-table';
import { askArguments, type Asked, HELP } from './ask/ask-arguments';
import { diffText } from './ask/diff-text';
import { ownStores } from './ask/own-stores';
import { runningServer, type Server } from './ask/running-server';

/** The stores themselves when nobody owns them, else the server that does. */
async function openSource(): Promise<AnswerSource> {
  try {
    return ownStores(await openStores(process.env, 'a question from a terminal'));
  } catch (error) {
    const server = error instanceof FolderInUse ? serverOf(error) : undefined;
    if (server === undefined) throw error;
    return runningServer(server);
  }
}

/** Where the owner takes questions. An address that an earlier owner left behind is not the owner's. */
function serverOf({ path, owner }: FolderInUse): Server | undefined {
  const address = ownerOf(path);
  return address && owner.includes(`(process ${address.pid})`) ? address : undefined;
}

async function diffOf(source: AnswerSource, { question, isJson }: Asked, since: NonNullable<Asked['diff']>): Promise<string> {
  const diff = await source.diff(question, since);
  const metric = (await source.metrics()).find(({ id }) => id === question.metrics[0]);
  return isJson || !metric ? JSON.stringify(diff, undefined, 2) : diffText(diff, metric);
}

async function ask(args: readonly string[]): Promise<string> {
  const asked = askArguments(args);
  if (!asked) return HELP;
  const source = await openSource();
  try {
    if (asked.diff) return await diffOf(source, asked, asked.diff);
    const [answer, metrics] = [await source.answer(asked.question), await source.metrics()];
    return asked.isJson ? JSON.stringify(answerJson(answer, metrics), undefined, 2) : answerTable(answer, metrics, await source.names());
  } finally {
    await source.close();
  }
}

try {
  console.log(await ask(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
