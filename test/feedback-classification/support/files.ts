import type { FilePlace } from '../../../functions/feedback-classification/export-register.ts';

/** The site's files in memory. What `meddle` names is written by somebody else the next time it would be replaced. */
export const filesInMemory = () => {
  const files = new Map<string, string>();
  let meddled: string | undefined;
  const place: FilePlace = {
    mark: (key) => Promise.resolve(files.get(key)), read: (key) => Promise.resolve(files.get(key)),
    replace: ({ key, body }, mark) => {
      if (key === meddled) { meddled = undefined; files.set(key, 'another wrote here'); }
      if (files.get(key) !== mark) return Promise.resolve(false);
      files.set(key, body);
      return Promise.resolve(true);
    },
  };
  return { files, place, meddle: (key: string): void => { meddled = key; } };
};
