import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/prerender/markdown.ts';

describe('Markdown for the documentation', () => {
  it('links what is a page, leaves the rest as text, and keeps addresses elsewhere', () => {
    const { html } = readMarkdown('[a](a.md) [b](b.json) [c](https://example.org/)', (target) =>
      target === 'a.md' ? '/docs/a/' : undefined,
    );
    expect(html).toBe('<p><a href="/docs/a/">a</a> <span>b</span> <a href="https://example.org/">c</a></p>');
  });

  it('gives headings the ids that Git hosts give them', () => {
    const { title, html } = readMarkdown('# The `answer`, twice\n\n## Again\n\n## Again', () => undefined);
    expect(title).toBe('The answer, twice');
    expect(html).toContain('<h1 id="the-answer-twice">');
    expect(html).toContain('<h2 id="again-1">');
  });

  it('runs nothing: HTML and addresses of scripts are shown or dropped', () => {
    const { html } = readMarkdown('<script>x</script>\n\n[x](javascript:alert(1))', () => undefined);
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('javascript:');
  });

  it('leaves comments out, but not in samples', () => {
    const { html } = readMarkdown('<!-- file: a -->\n\n```md\n<!-- kept -->\n```\n', () => undefined);
    expect(html).not.toContain('file: a');
    expect(html).toContain('&lt;!-- kept --&gt;');
  });
});
