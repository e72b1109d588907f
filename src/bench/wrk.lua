-- Writes what wrk has measured as one line: requests, microseconds, p50 and p99 in microseconds,
-- bytes, responses with an error status, and requests without a response.
function done(summary, latency, requests)
    local errors = summary.errors
    io.write(string.format(
        "measured %d %d %d %d %d %d %d\n",
        summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
        summary.bytes, errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
