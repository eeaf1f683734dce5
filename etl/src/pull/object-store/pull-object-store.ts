import { matchesGlob } from 'node:path';
import { SourceProblem } from '../../source/source-problem';
import type { FileRequest } from '../fetched/fetch-file';
import { loadFetched, type RemoteFile } from '../fetched/load-fetched';
import type { ObjectStoreSettings } from '../object-store-settings';
import type { Pull, PullJob } from '../pull';
import { secretFrom } from '../secret-from';
import { type ListedObject, listObjects } from './list-objects';
import { encoded, type Keys, signedHeaders } from './signature';

type StoreJob = PullJob<ObjectStoreSettings>;

function keysOf({ from, env }: StoreJob): Keys | undefined {
  const { access_key_env: access, secret_key_env: secret } = from;
  if (access === undefined && secret === undefined) return undefined;
  if (access === undefined || secret === undefined)
    throw new SourceProblem('from.access_key_env and from.secret_key_env go together: name both, or none for a public bucket.');
  return { access: secretFrom(env, access, 'the access key'), secret: secretFrom(env, secret, 'the secret key') };
}

function requestFor(job: StoreJob): (url: string) => FileRequest {
  const { from } = job;
  const keys = keysOf(job);
  const credentials =
    [from.access_key_env, from.secret_key_env].filter((name) => name !== undefined).join(', ') || 'whether the bucket is public';
  return (url) => ({
    url,
    headers: () => (keys ? signedHeaders(keys, { url: new URL(url), region: from.region, now: new Date() }) : {}),
    limits: from,
    credentials,
  });
}

/** A step that leads up cannot be asked for: an address would lose it on its way. */
const canBeAsked = (key: string): boolean => !key.split('/').some((part) => part === '.' || part === '..');

function remoteFile({ from }: StoreJob, { key, tag, size }: ListedObject, request: (url: string) => FileRequest): RemoteFile {
  const url = new URL(`/${from.bucket}/${key.split('/').map(encoded).join('/')}`, from.endpoint);
  return { address: `s3://${from.bucket}/${key}`, path: `${from.bucket}/${key}`, listed: `${tag} ${size}`, request: request(url.href) };
}

/** Loads the objects of a bucket that are not loaded yet. */
export const pullObjectStore: Pull<'object_store'> = async (job) => {
  const { endpoint, bucket, prefix, files } = job.from;
  const request = requestFor(job);
  const objects = await listObjects(new URL(`/${bucket}`, endpoint).href, prefix, request);
  const odd = objects.filter(({ key }) => !canBeAsked(key));
  const wanted = objects.filter(({ key, size }) => size > 0 && canBeAsked(key) && matchesGlob(key.slice(prefix.length), files));
  wanted.sort((one, other) => (one.key < other.key ? -1 : 1));
  return loadFetched(
    job,
    wanted.map((object) => remoteFile(job, object, request)),
    odd.map(({ key }) => `The key "${key}" cannot be fetched: it holds "." or ".." as a step. Copy the object to another key.`),
  );
};
