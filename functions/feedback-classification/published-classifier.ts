import type { Classify } from './classifier/classification.ts';
import { classifierOf } from './classifier/classifier-of.ts';
import { readHeader, readModel } from './classifier/model-file.ts';
import type { Model } from './classifier/model-file.ts';
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

type Deps = {
  readonly shipped: { readonly file: () => Uint8Array; readonly classify: Classify };
  readonly models: Pick<ModelStore, 'read'>;
  /** a published model that cannot be used, or could not be fetched */
  readonly refused: (error: unknown) => void;
};
export type PublishedClassifier = { readonly classify: Classify; readonly load: () => Promise<void> };

/** Answers by the model that was shipped until a published one is loaded, and for good where none can be used: no report waits for a model. */
export const publishedClassifier = ({ shipped, models, refused }: Deps): PublishedClassifier => {
  let inUse = shipped.classify;
  return {
    classify: (text) => inUse(text),
    load: async () => {
      try {
        const model = successor(await models.read(), shipped.file());
        if (model !== undefined) inUse = classifierOf(model);
      } catch (error) {
        refused(error);
      }
    },
  };
};
