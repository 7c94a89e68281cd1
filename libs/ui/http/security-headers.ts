/**
 * Headers that keep a page to itself: no script at all, styles and pictures from here only, no frame around it.
 * The documentation of the API is the one exception: its viewer is a script.
 */
import type { FastifyInstance } from 'fastify';

export const CONTENT_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const DOCUMENTATION_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** @param documentation path below which the viewer of the API stands, such as `/api/docs` */
export function addSecurityHeaders(fastify: FastifyInstance, documentation: string | null = null): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const path = request.url.split('?')[0]!;
    const isDocumentation = documentation !== null && (path === documentation || path.startsWith(`${documentation}/`));
    void reply
      .header('content-security-policy', isDocumentation ? DOCUMENTATION_POLICY : CONTENT_POLICY)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'same-origin')
      .header('x-frame-options', 'DENY')
      .header('cross-origin-opener-policy', 'same-origin')
      .header('permissions-policy', 'camera=(), geolocation=(), microphone=()');
    done();
  });
}
