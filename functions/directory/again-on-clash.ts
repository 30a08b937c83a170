import { DomainError } from '../../shared/kernel/domain-error.ts';
import { Clash } from './ports.ts';

const attempts = 4;

/** Reads and decides anew when someone else wrote in between; several times in a row is `busy`. */
export const againOnClash = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Clash)) throw error;
      if (attempt === attempts) throw new DomainError('busy', 'written by others meanwhile', { cause: error });
    }
  }
};
