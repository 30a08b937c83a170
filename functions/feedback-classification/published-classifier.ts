import type { Classify } from './classifier/classification.ts';
import { classifierOf } from './classifier/classifier-of.ts';
import { readHeader, readModel, sha256 } from './classifier/model-file.ts';
import type { Model, ModelHeader } from './classifier/model-file.ts';
import type { ModelStore, StoredModel } from './model.store.ts';

/**
 * A published model stands above the one that was shipped only when both come of the same authored corpus: a release with
 * another corpus brings its own, and what was learned beside the former one is passed over. Throws
 * `classifier-model-unusable` where the file was altered.
 */
export const successor = (stored: StoredModel | undefined, shipped: Uint8Array): Model | undefined => {
  if (stored === undefined) return undefined;
  const model = readModel(stored.file);
  return model.header.corpus.authored === readHeader(shipped).corpus.authored ? model : undefined;
};

/** What answers, as it says of itself; `since`: when it was published, of one that was not shipped. */
export type ModelInUse = { readonly version: string; readonly shipped: boolean; readonly since?: string; readonly header: Pick<ModelHeader, 'corpus' | 'heldOut'> };

type Deps = {
  readonly shipped: { readonly file: () => Uint8Array; readonly classify: Classify };
  readonly models: Pick<ModelStore, 'read' | 'mark'>;
  /** how often it is looked whether another was published */
  readonly lookEveryMs: number;
  /** a published model that cannot be used, or could not be fetched */
  readonly refused: (error: unknown) => void;
};
export type PublishedClassifier = {
  readonly classify: Classify;
  /** looks whether another model was published, or the published one taken away, and goes over to it */
  readonly load: () => Promise<void>;
  /** the same, where it did so last some minutes ago */
  readonly keepUp: () => Promise<void>;
  readonly inUse: () => ModelInUse;
};
/** Longer than this no report waits to learn of another model. */
const mostWait = 250;
type Used = { readonly classify: Classify; readonly is: () => ModelInUse };

/** Answers by the model that was shipped until a published one is loaded, and for good where none can be used: no report waits for a model. */
export const publishedClassifier = ({ shipped, models, lookEveryMs, refused }: Deps): PublishedClassifier => {
  const own: Used = { classify: shipped.classify, is: () => ({ version: sha256(shipped.file()), shipped: true, header: readHeader(shipped.file()) }) };
  let used = own, seen: string | undefined, looked = -Infinity;
  const load = async (): Promise<void> => {
    looked = performance.now();
    try {
      const mark = await models.mark();
      if (mark === seen) return;
      const stored = await models.read();
      // what cannot be used is refused once, not at every look
      seen = stored?.mark;
      const model = successor(stored, shipped.file());
      used = stored === undefined || model === undefined ? own : { classify: classifierOf(model), is: () => ({ version: sha256(stored.file), shipped: false, ...(stored.at === undefined ? {} : { since: stored.at }), header: model.header }) };
    } catch (error) {
      refused(error);
    }
  };
  const keepUp = async (): Promise<void> => {
    if (performance.now() - looked < lookEveryMs) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    await Promise.race([load(), new Promise<void>((resolve) => { timer = setTimeout(resolve, mostWait); })]);
    clearTimeout(timer);
  };
  return { classify: (text) => used.classify(text), load, keepUp, inUse: () => used.is() };
};
