import { createServer } from 'node:net';
import { firstWords, terminalLanguage } from './first-words';
import { checkPort, HOST, portFrom } from './port';

describe('the port', () => {
  it('is 3000 unless PORT says otherwise', () => {
    expect([portFrom({}), portFrom({ PORT: '' }), portFrom({ PORT: '8080' })]).toEqual([3000, 3000, 8080]);
  });

  it.each(['http', '-1', '70000', '1e3', '80.5'])('cannot be "%s"', (text) => {
    expect(() => portFrom({ PORT: text })).toThrow(`PORT is "${text}"; write a number from 0 to 65535.`);
  });

  it('is refused with one sentence when another program holds it', async () => {
    const holder = createServer();
    const port = await new Promise<number>((done) => {
      holder.listen(0, HOST, () => {
        const address = holder.address();
        done(typeof address === 'object' && address ? address.port : 0);
      });
    });
    await expect(checkPort(port)).rejects.toThrow(`Port ${port} is taken by another program`);
    await new Promise((done) => holder.close(done));
    await expect(checkPort(port)).resolves.toBeUndefined();
  });
});

describe('the first words', () => {
  const city = { name: { vi: 'Hà Nội', en: 'Hanoi' }, isSimulated: true };

  it('say the address and that the data is simulated, in three lines of either language', () => {
    for (const language of ['vi', 'en'] as const) {
      const words = firstWords('http://127.0.0.1:3000', city, language);
      expect(words.split('\n')).toHaveLength(3);
      expect(words).toContain('http://127.0.0.1:3000');
      expect(words).toContain(language === 'vi' ? 'Hà Nội (mô phỏng)' : 'Hanoi (simulated)');
      expect(words).toBe(words.normalize('NFC'));
    }
  });

  it('say only once that the city is simulated', () => {
    const named = { name: { vi: 'Hà Nội (mô phỏng)', en: 'Hanoi (simulated)' }, isSimulated: true };
    expect(firstWords('', named, 'en').match(/simulated/g)).toHaveLength(1);
    expect(firstWords('', named, 'vi').match(/mô phỏng/g)).toHaveLength(1);
  });

  it('are English unless the terminal says Vietnamese', () => {
    expect([{}, { LANG: 'C.UTF-8' }, { LANG: 'vi_VN.UTF-8' }, { LANG: 'vi_VN', LC_ALL: 'en_GB' }].map(terminalLanguage)).toEqual([
      'en',
      'en',
      'vi',
      'en',
    ]);
  });
});
