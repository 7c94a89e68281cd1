import { subjectOf } from './subject-of';

describe('the person behind an object', () => {
  it('is who answers an evaluation', () => {
    expect(subjectOf('evaluationResponse-0b6c1b2e-6f0e-4d2b-9f43-000000000001')).toBe(
      '0b6c1b2e-6f0e-4d2b-9f43-000000000001',
    );
  });

  it('is the contribution itself, and nobody for what an office says', () => {
    expect(subjectOf('contribution-0b6c1b2e-6f0e-4d2b-9f43-000000000001')).toBe('0b6c1b2e-6f0e-4d2b-9f43-000000000001');
    expect(subjectOf('commitment-0b6c1b2e-6f0e-4d2b-9f43-000000000001')).toBeNull();
  });
});
