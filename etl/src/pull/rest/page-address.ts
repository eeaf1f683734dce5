import { SourceProblem } from '../../source/source-problem';
import type { RestSettings } from '../rest-settings';
import { type Page, sameOrigin } from './fetch-page';
import { textOf, valueAt } from './json';

function withParameter(url: string, name: string, value: string): string {
  const next = new URL(url);
  next.searchParams.set(name, value);
  return next.href;
}

/** The instant from which on records are asked for, as the server wants it written. */
function since(at: number, written: 'iso' | 'seconds' | 'milliseconds'): string {
  if (written === 'iso') return new Date(at).toISOString();
  return String(written === 'seconds' ? Math.floor(at / 1000) : at);
}

/** The address of the first page. @param from records changed since then, in milliseconds; absent for all of them */
export function firstAddress(settings: RestSettings, from: number | undefined): string {
  const { paging, query, since: asked } = settings;
  let url = Object.entries(query).reduce((now, [name, value]) => withParameter(now, name, value), settings.url);
  if (asked && from !== undefined) url = withParameter(url, asked.param, since(from, asked.written));
  if (paging.kind === 'page') url = withParameter(url, paging.param, String(paging.first));
  if (paging.kind === 'offset') url = withParameter(url, paging.param, '0');
  if ((paging.kind === 'page' || paging.kind === 'offset') && paging.size_param !== undefined && paging.size !== undefined)
    url = withParameter(url, paging.size_param, String(paging.size));
  return url;
}

function linkedNext(header: string | null, url: string): string | undefined {
  const [, next] = /<([^>]*)>\s*;[^,<]*\brel="?next"?/i.exec(header ?? '') ?? [];
  return next === undefined ? undefined : sameOrigin(new URL(next, url).href, url);
}

function nextOf(settings: RestSettings, url: string, { document, headers }: Page, records: number): string | undefined {
  const { paging } = settings;
  switch (paging.kind) {
    case 'none':
      return undefined;
    case 'cursor': {
      const cursor = textOf(valueAt(document, paging.next));
      return cursor === undefined ? undefined : withParameter(url, paging.param, cursor);
    }
    case 'page':
    case 'offset': {
      if (records < (paging.size ?? 1)) return undefined;
      const at = Number(new URL(url).searchParams.get(paging.param) ?? 0);
      return withParameter(url, paging.param, String(at + (paging.kind === 'page' ? 1 : records)));
    }
    case 'link_header':
      return linkedNext(headers.get('link'), url);
  }
}

/** The address of the page after this one; undefined when it is the last. @throws {SourceProblem} when a page follows itself */
export function nextAddress(settings: RestSettings, url: string, page: Page, records: number): string | undefined {
  const next = nextOf(settings, url, page, records);
  if (next === url) throw new SourceProblem(`${settings.url} names a page as the one that follows it; its list would never end.`);
  return next;
}
