import { describe, expect, test } from 'vitest';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { Channel, channels, dossierStatus, dossierStatuses, DossierStatusCode, DossierStatusKey } from '../../shared/kernel/dossier-status.ts';
import { glossary } from '../../shared/kernel/glossary.ts';
import { Localised } from '../../shared/kernel/localised.ts';

describe('dossier statuses', () => {
  test('are the ten of the national portal, and the schemas know the same', () => {
    expect(dossierStatuses.map(({ code }) => code)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const { code, key } of dossierStatuses) {
      expect(DossierStatusCode.parse(code)).toBe(code);
      expect(DossierStatusKey.parse(key)).toBe(key);
      expect(dossierStatus(code)).toBe(dossierStatus(key));
    }
    expect(DossierStatusKey.options).toHaveLength(10);
  });

  test('the report columns: processed 7, 9, 10; in progress 2, 4; paused 5, 6, 8', () => {
    const codes = (column: string): number[] => dossierStatuses.filter(({ reportedAs }) => reportedAs === column).map(({ code }) => code);
    expect([codes('processed'), codes('processing'), codes('paused')]).toEqual([[7, 9, 10], [2, 4], [5, 6, 8]]);
  });

  test('the clock runs in 2 and 4 and stops at 9, not at 10', () => {
    expect(dossierStatuses.filter(({ clock }) => clock === 'running').map(({ code }) => code)).toEqual([2, 4]);
    expect(dossierStatus(9)).toMatchObject({ clock: 'stopped', terminal: false });
    expect(dossierStatuses.filter(({ terminal }) => terminal).map(({ code }) => code)).toEqual([3, 7, 10]);
  });

  test.each([0, 11, '2', null])('%s is none', (code) => expect(DossierStatusCode.safeParse(code).success).toBe(false));

  test('channels carry the national numbers', () => {
    expect(channels.map(({ key, kenh }) => [Channel.parse(key), kenh])).toEqual([['direct', 1], ['online', 2], ['post', 3]]);
  });
});

describe('words', () => {
  test('every term has both languages, and no two terms the same word', () => {
    const terms = Object.values(glossary);
    for (const term of terms) expect(Localised.safeParse(term).success).toBe(true);
    expect(new Set(terms.map(({ vi }) => vi)).size).toBe(terms.length);
    expect(new Set(terms.map(({ en }) => en)).size).toBe(terms.length);
  });
});

describe('domain errors', () => {
  test('carry code, detail, pointers and facts', () => {
    const cause = new Error('below');
    const error = new DomainError('attachment-too-big', 'over 10 MB', { pointers: ['/body/files/0'], extra: { maximum: 10 }, cause });
    expect(error).toMatchObject({ name: 'DomainError', code: 'attachment-too-big', detail: 'over 10 MB', pointers: ['/body/files/0'], extra: { maximum: 10 }, cause });
    expect(error.message).toBe('attachment-too-big: over 10 MB');
    expect(error).toBeInstanceOf(Error);
  });

  test('have nothing but the code when nothing else was said', () => {
    expect(JSON.parse(JSON.stringify(new DomainError('dossier-not-open')))).toEqual({ name: 'DomainError', code: 'dossier-not-open' });
  });
});
