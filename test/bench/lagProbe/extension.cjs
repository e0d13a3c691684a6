// Measures how long things wait for their turn in the process that runs all extensions of a window. Whoever asks it on
// the port that it writes into RETROLOG_LAG_PORT gets what was seen since the last time, in milliseconds.
const { writeFileSync } = require('node:fs');
const { createServer } = require('node:http');
const { monitorEventLoopDelay } = require('node:perf_hooks');

const resolution = 1;

exports.activate = () => {
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  // A timer waits for its own time too: what is beyond it is lag.
  const lag = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - resolution);
  const server = createServer((_request, response) => {
    const [p50, p99] = [50, 99].map((share) => lag(delay.percentile(share)));
    response.end(JSON.stringify({ p50, p99, longest: lag(delay.max), count: delay.count }));
    delay.reset();
  });
  server.listen(0, '127.0.0.1', () =>
    writeFileSync(process.env.RETROLOG_LAG_PORT, String(server.address().port)),
  );
};
