/** A settings file: what `kazasu settings export` writes, what `import` and `check` read, and its JSON Schema. */
import { locales } from '../i18n/locales.ts';
import { addressMost, phonePattern, timePattern } from './check.ts';
import { type OwnSettings, settingIds, settings } from './definitions.ts';
import type { Mistake } from './problem.ts';
import { type CheckedSettings, checkSettings, withUsual } from './settings.ts';
import type { Shape } from './shape.ts';

const format = 'kazasu-settings-1';

/** @param withAll - also what is as usual, to see everything that could be changed */
export const settingsFile = (own: OwnSettings, withAll: boolean): string =>
  `${JSON.stringify({ format, settings: withAll ? withUsual(own) : own }, null, 2)}\n`;

const refused = (path: string, problem: Mistake['problem'], allowed: string): CheckedSettings => ({
  kind: 'wrong',
  mistakes: [{ path, problem, allowed }],
});

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a file does not name is as usual afterwards. */
export const readSettingsFile = (text: string, isInternal: (address: string) => boolean): CheckedSettings => {
  const file = parse(text);
  if (!isObject(file)) return refused('', 'notSettings', `{ "format": "${format}", "settings": { … } }`);
  const stray = Object.keys(file).find((name) => name !== 'format' && name !== 'settings');
  if (stray !== undefined) return refused(stray, 'unknownName', 'format, settings');
  if (file.format !== format) return refused('format', 'otherFormat', format);
  if (!isObject(file.settings)) return refused('settings', 'notObject', '{ … }');
  return checkSettings(file.settings, isInternal);
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Said as what it is not, with what it should be: where the comma is missing, any editor shows.
    return undefined;
  }
};

type JsonSchema = Readonly<Record<string, unknown>>;

const objectSchema = (properties: Readonly<Record<string, JsonSchema>>, required: readonly string[]): JsonSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

/** Order, and what is never to be seen, a schema cannot say; `kazasu settings check` says it. */
const schemaOf = (shape: Shape): JsonSchema => {
  switch (shape.kind) {
    case 'switch':
      return { type: 'boolean' };
    case 'number':
      return { type: 'integer', minimum: shape.least, maximum: shape.most };
    case 'choice':
      return { enum: shape.values };
    case 'choices':
      return {
        type: 'array',
        items: { enum: shape.values },
        uniqueItems: true,
        maxItems: shape.most,
        ...(shape.always.length > 0 ? { allOf: shape.always.map((value) => ({ contains: { const: value } })) } : {}),
      };
    case 'words': {
      const text = { type: 'string', maxLength: shape.most, pattern: '^[^<>\\u0000-\\u001f\\u007f]*$' };
      return objectSchema(Object.fromEntries(locales.map((locale) => [locale, text])), locales);
    }
    case 'phone':
      return { anyOf: [{ const: '' }, { type: 'string', pattern: phonePattern.source }] };
    case 'origin':
      return { type: 'string', maxLength: addressMost, pattern: '^(https?://[^/?#@]+)?$' };
    case 'internal-address':
      return { type: 'string', maxLength: addressMost, pattern: '^(https?://[^#@]+)?$' };
    case 'time':
      return { type: 'string', pattern: timePattern.source };
    case 'day':
      return { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
    case 'moment':
      return { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d$' };
    case 'optional':
      return { anyOf: [{ type: 'null' }, schemaOf(shape.of)] };
    case 'group':
      return objectSchema(
        Object.fromEntries(Object.entries(shape.fields).map(([name, field]) => [name, schemaOf(field)])),
        Object.keys(shape.fields),
      );
    case 'rows':
      return { type: 'array', maxItems: shape.most, items: schemaOf(shape.row) };
  }
};

export const settingsSchema = (): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Kazasu settings',
  ...objectSchema(
    {
      format: { const: format },
      settings: {
        ...objectSchema(
          Object.fromEntries(
            settingIds.map((id) => [id, { ...schemaOf(settings[id].shape), default: settings[id].usual }]),
          ),
          [],
        ),
      },
    },
    ['format', 'settings'],
  ),
});
