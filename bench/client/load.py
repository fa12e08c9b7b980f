"""A small load: connections that append and wait for the acknowledgement, and how long that took."""

import threading
import time

import vault


def percentile(sorted_values, share):
    """The value at or under which that share lies."""
    return sorted_values[min(len(sorted_values) - 1, int(share * len(sorted_values)))]


class Worker(threading.Thread):
    """One connection and one device, its messages made before the clock starts."""

    def __init__(self, url, origin, keys, batches, batch):
        super().__init__(daemon=True)
        self.socket = vault.VaultSocket(url, keys, origin)
        self.socket.create()
        chain = vault.Chain(keys)
        self.messages = [[chain.noise() for _ in range(batch)] for _ in range(batches)]
        self.times, self.told, self.refusals, self.trouble = [], 0, {}, None

    def run(self):
        try:
            for message in self.messages:
                self._until_taken(message)
        except Exception as trouble:  # an edge: told at the end, by name
            self.trouble = trouble

    def _until_taken(self, message):
        """Sends a message again after the wait that a slow-down names."""
        while True:
            begun = time.perf_counter()
            try:
                self.socket.append(message)
                self.times.append(time.perf_counter() - begun)
                self.told, self.socket.news = self.told + len(self.socket.news), []
                return
            except vault.Refusal as refusal:
                self.refusals[refusal.code] = self.refusals.get(refusal.code, 0) + 1
                if refusal.code != "slow-down":
                    raise
                time.sleep(max(refusal.wait, 0.05))


def run(url, connections, ops, batch, vaults, origin=None):
    """`ops` envelopes in all, `batch` a message; prints envelopes a second and the latencies of the acknowledgements."""
    batches = max(1, ops // (connections * batch))
    shared = [vault.Keys() for _ in range(min(vaults, connections))]
    workers = [Worker(url, origin, shared[n % len(shared)], batches, batch) for n in range(connections)]
    begun = time.perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    took = time.perf_counter() - begun
    times = sorted(t for worker in workers for t in worker.times)
    done, told = len(times) * batch, sum(worker.told for worker in workers)
    print(f"{connections} connections to {len(shared)} vaults, batches of {batch}: {done} envelopes of 752 bytes in {took:.2f} s")
    print(f"{done / took:.0f} ops/s acknowledged; {told} sent on to other connections meanwhile")
    if times:
        print("append to acknowledgement: " + ", ".join(f"p{s} {1000 * percentile(times, s / 100):.1f} ms" for s in (50, 95, 99)))
    for worker in workers:
        for code, count in worker.refusals.items():
            print(f"refused: {code} {count} times")
        if worker.trouble:
            print(f"a connection ended: {worker.trouble}")
    for keys in shared:
        vault.VaultSocket(url, keys, origin).delete()
