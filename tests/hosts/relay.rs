//! A relay before a server, which counts what goes through it.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

/// An address of its own for a server, which may be started after it: a site has to know where it is before it is
/// published, and its server can only be started then.
pub(crate) struct Relay {
    address: SocketAddr,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    target: OnceLock<SocketAddr>,
    n_bytes: AtomicU64,
}

impl Relay {
    /// Listens on a free port of 127.0.0.1. Whoever comes before there is a server is turned away.
    #[track_caller]
    pub(crate) fn listen() -> Relay {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("the port that was bound");
        let shared = Arc::<Shared>::default();
        // It ends with the process of the tests, which holds nothing else by then.
        thread::spawn({
            let shared = Arc::clone(&shared);
            move || accept(&listener, &shared)
        });
        Relay { address, shared }
    }

    /// Leads to a server from now on.
    pub(crate) fn lead_to(&self, port: u16) {
        let target = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        self.shared.target.set(target).expect("it leads to one server");
    }

    /// Address that the server listens on.
    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Returns the number of bytes that the server has sent through the relay so far, including headers.
    pub(crate) fn n_bytes(&self) -> u64 {
        self.shared.n_bytes.load(Ordering::SeqCst)
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for client in listener.incoming().flatten() {
        let Some(server) = shared.target.get().and_then(|at| TcpStream::connect(at).ok()) else {
            continue;
        };
        let shared = Arc::clone(shared);
        thread::spawn(move || carry_both_ways(&client, &server, &shared.n_bytes));
    }
}

fn carry_both_ways(client: &TcpStream, server: &TcpStream, n_bytes: &AtomicU64) {
    thread::scope(|scope| {
        scope.spawn(|| carry(client, server, |_| {}));
        carry(server, client, |n| {
            n_bytes.fetch_add(n, Ordering::SeqCst);
        });
    });
}

/// Carries what one side sends to the other, until it has nothing more to say.
fn carry(mut from: &TcpStream, mut to: &TcpStream, count: impl Fn(u64)) {
    let mut piece = vec![0; 1 << 16];
    let mut carry_piece = || -> io::Result<usize> {
        let n_bytes = from.read(&mut piece)?;
        count(u64::try_from(n_bytes).unwrap_or_default());
        to.write_all(&piece[..n_bytes])?;
        Ok(n_bytes)
    };
    while carry_piece().is_ok_and(|n_bytes| 0 < n_bytes) {}
    let _ = to.shutdown(Shutdown::Write);
    let _ = from.shutdown(Shutdown::Read);
}
