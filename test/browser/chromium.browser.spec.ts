import { describeInBrowser } from './describe-in-browser';

describeInBrowser('Chromium', (browser) => {
  it('shows a page with scripts switched off', async () => {
    const context = await browser().newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.setContent('<h1>Fil rouge</h1><script>document.body.textContent = "run"</script>');
    expect(await page.locator('h1').textContent()).toBe('Fil rouge');
    await context.close();
  });
});
