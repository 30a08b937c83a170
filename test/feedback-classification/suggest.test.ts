import { describe, expect, it } from 'vitest';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { Suggestion } from '../../shared/contracts/feedback-shapes.ts';
import type { Classification } from '../../functions/feedback-classification/classifier/classification.ts';
import { classify } from '../../functions/feedback-classification/classifier/classify.ts';
import { outOfScopeKinds, urgencies } from '../../functions/feedback-classification/classifier/labels.ts';
import { suggesting } from '../../functions/feedback-classification/suggest.ts';

const unexpected = (error: unknown): void => { throw error; };
const said = (change: Partial<Classification>) => suggesting(() => ({ category: 'roads', confidence: 0.9, abstained: false, alternatives: [], urgency: 'ordinary', outOfScope: 'none', because: ['đường'], ...change }), unexpected);

describe('a suggestion', () => {
  it('is one of the contract whatever the classifier says', () => {
    for (const outOfScope of outOfScopeKinds) for (const urgency of urgencies) expect(Suggestion.safeParse(said({ outOfScope, urgency })('')).success).toBe(true);
    expect(Suggestion.safeParse(suggesting(classify, unexpected)('Đèn đường không sáng')).data).toMatchObject({ category: 'lighting', outOfScope: null });
  });

  it('rings for an emergency, not for what is merely urgent', () => {
    expect(urgencies.map((urgency) => said({ urgency })('').urgency)).toEqual(['normal', 'normal', 'emergency']);
  });

  it('is left to a person, and somebody is told, where the model cannot be used', () => {
    const told: unknown[] = [], broken = new DomainError('classifier-model-unusable');
    const suggestion = suggesting(() => { throw broken; }, (error) => { told.push(error); })('Cháy nhà');
    expect(Suggestion.parse(suggestion)).toMatchObject({ abstained: true, category: 'other', outOfScope: null });
    expect(told).toEqual([broken]);
  });

  it.each([
    ['Cháy nhà ở chợ, khói đen mù trời', 'emergency-114'], ['co nguoi duoi nuoc o kenh xa no', 'emergency-114'], ['Tai nạn, hai người bị thương nặng', 'emergency-115'], ['Bác bảo vệ bất tỉnh không thở', 'emergency-115'],
    ['Hai nhóm cầm mã tấu chém nhau, có người chảy máu', 'emergency-113'], ['Cứu với, không biết gọi ai', 'emergency-113'],
  ])('says whom to call: %s', (text, kind) => {
    expect(said({ outOfScope: 'emergency-call' })(text).outOfScope).toBe(kind);
  });
});
