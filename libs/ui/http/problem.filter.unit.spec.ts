import type { ArgumentsHost } from '@nestjs/common';
import { NotFoundException } from '@nestjs/common';
import { ProblemFilter } from './problem.filter';
import type { SiteSettings } from '../page/site-settings';

const site: SiteSettings = {
  authority: { fr: 'Commune', en: 'Commune' },
  demonstration: false,
  accessibility: 'none',
  contact: null,
  verifier: [],
};

function caught(url: string, headers: Record<string, string>, settings: SiteSettings | undefined = site) {
  const sent = { status: 0, type: '', body: undefined as unknown, headers: {} as Record<string, string> };
  const reply = {
    status: (status: number) => ((sent.status = status), reply),
    type: (type: string) => ((sent.type = type), reply),
    header: (name: string, value: string) => ((sent.headers[name] = value), reply),
    send: (body: unknown) => ((sent.body = body), reply),
  };
  const host = {
    switchToHttp: () => ({ getRequest: () => ({ url, headers, query: {} }), getResponse: () => reply }),
  } as unknown as ArgumentsHost;
  new ProblemFilter(settings).catch(new NotFoundException(), host);
  return sent;
}

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('an error over HTTP', () => {
  it('is a page for a browser, in its language, that says what to do', () => {
    const french = caught('/nulle-part', browser);
    expect(french).toMatchObject({ status: 404, type: 'text/html; charset=utf-8' });
    expect(french.body).toContain('Cette page n’existe pas');
    expect(french.headers['cache-control']).toBe('no-store');
    expect(caught('/nowhere', { ...browser, 'accept-language': 'en' }).body).toContain('This page does not exist');
  });

  it('is always problem+json below /api/, and for programs', () => {
    expect(caught('/api/v1/nowhere', browser).type).toContain('application/problem+json');
    expect(caught('/nowhere', { accept: '*/*' }).type).toContain('application/problem+json');
  });
});
