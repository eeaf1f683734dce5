import { request } from 'node:http';
import { claimDataFolder } from '@evenhand/data-folder';
import { startServer } from '../testing/started-server';

describe('a server that is told to stop', () => {
  it('finishes the request at hand, takes no other, closes the stores and gives the folder back', async () => {
    const server = await startServer();
    const body = JSON.stringify({ questions: { a: { metrics: ['tickets'], from: '2026-10-01', to: '2026-11-01' } } });
    const halfSent = request(`${server.url}/api/answers`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        authorization: `Bearer ${server.owner().token}`,
      },
    });
    const answered = new Promise<number | undefined>((done, fail) =>
      halfSent.on('error', fail).on('response', (response) => response.resume().on('end', () => done(response.statusCode))),
    );
    halfSent.write(body.slice(0, 10));
    await server.get('/api/health/live');
    const started = Date.now();
    const closed = server.close();
    halfSent.end(body.slice(10));
    expect(await answered).toBe(200);
    await closed;
    expect(Date.now() - started).toBeLessThan(4_000);
    await expect(server.get('/api/health/live')).rejects.toThrow();
    const folder = await claimDataFolder(server.data, 'the next owner');
    await folder.release();
    await server.stop();
  });
});
