import type { JsonObject, JsonValue } from '../http/json.ts';
import type { Link } from '../http/links.ts';

/** What a request says about how resources are shown. */
export interface Presentation {
  readonly expand: ReadonlySet<string>;
  /** `null`: every field. */
  readonly fields: ReadonlySet<string> | null;
  readonly excludedLinks: ReadonlySet<string>;
  /** `onlyData=true`: no links at all. */
  readonly onlyData: boolean;
}

/** Fields that are returned whatever `fields` says; which they are is not documented. */
const ALWAYS: ReadonlySet<string> = new Set(['login', 'variableName', 'partyNumber']);

export function readPresentation(query: URLSearchParams): Presentation {
  return {
    expand: readList(query, 'expand') ?? new Set(),
    fields: readList(query, 'fields'),
    excludedLinks: readList(query, 'excludeLinks') ?? new Set(),
    onlyData: query.get('onlyData') === 'true',
  };
}

/** Keeps the fields that were asked for, and adds the links that were not excluded. */
export function present(
  resource: JsonObject,
  links: readonly Link[],
  presentation: Presentation,
): JsonObject {
  return { ...select(resource, presentation.fields), ...linksOf(links, presentation) };
}

/** The `links` property, or nothing where links are unwanted. */
export function linksOf(links: readonly Link[], presentation: Presentation): JsonObject {
  if (presentation.onlyData) return {};
  return { links: links.filter((link) => !presentation.excludedLinks.has(link.rel)) };
}

function select(resource: JsonObject, fields: ReadonlySet<string> | null): JsonObject {
  if (fields === null) return resource;
  const kept: [string, JsonValue | undefined][] = Object.entries(resource).filter(
    ([name]) => fields.has(name) || ALWAYS.has(name),
  );
  return Object.fromEntries(kept);
}

function readList(query: URLSearchParams, name: string): ReadonlySet<string> | null {
  const text = query.get(name);
  if (text === null) return null;
  return new Set(text.split(',').map((item) => item.trim()));
}
