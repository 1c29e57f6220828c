// Stands for the tracker: it answers its health, dies when asked to, and before it ends tries whether its store still answers.
import { createServer } from 'node:http';

const [port, manner] = process.argv.slice(2);
const tables = process.env.COMPLAINTS_STORAGE.match(/TableEndpoint=([^;]+)/)[1];

createServer((request, response) => {
  if (request.url === '/die') {
    process.exit(7);
  }

  response.end();
}).listen(Number(port), '127.0.0.1');

process.on('SIGTERM', async () => {
  if (manner === 'deaf') {
    console.log('tracker does not want to end');
    return;
  }

  const answer = await fetch(tables);
  console.log(`tracker ended while its store answered ${answer.headers.get('server')}`);
  process.exit(0);
});

console.log(`tracker ${process.pid} on ${tables}`);
