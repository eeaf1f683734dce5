import { SourceProblem } from '../../source/source-problem';
import { fetchText, type FileRequest, placeOf } from '../fetched/fetch-file';
import { loadFetched } from '../fetched/load-fetched';
import type { HttpSettings } from '../http-settings';
import type { Pull, PullJob } from '../pull';
import { secretFrom } from '../secret-from';
import { linksOn, pathOf } from './links';

type HttpJob = PullJob<HttpSettings>;

function requestFor({ from, env }: HttpJob): (url: string) => FileRequest {
  const secrets = Object.entries(from.headers_env).map(
    ([name, variable]) => [name, secretFrom(env, variable, `the header ${name}`)] as const,
  );
  const headers = { ...from.headers, ...Object.fromEntries(secrets) };
  const credentials = Object.values(from.headers_env).join(', ') || 'headers_env in source.yml';
  return (url) => ({ url, headers: () => headers, limits: from, credentials });
}

async function addressesOf({ from }: HttpJob, request: (url: string) => FileRequest): Promise<readonly string[]> {
  const { index, urls = [] } = from;
  if (index === undefined) return [...urls].sort();
  const links = linksOn(await fetchText(request(index.url)), index.url, index.files);
  if (links.length === 0) throw new SourceProblem(`${placeOf(index.url)} links to no file whose name fits ${index.files}.`);
  return links;
}

/** Loads the files of a web server that are not loaded yet. */
export const pullHttp: Pull<'http'> = async (job) => {
  const request = requestFor(job);
  const addresses = await addressesOf(job, request);
  return loadFetched(
    job,
    addresses.map((address) => ({ address, path: pathOf(address), request: request(address) })),
  );
};
