//! `rustscape serve`: serves a published site on this machine, with the headers of its host.

mod service;
mod site;

use std::{
    io,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::PathBuf,
    process::ExitCode,
    sync::Arc,
};

use axum::Router;
use tokio::{net::TcpListener, runtime, signal};

use self::{
    service::{SiteService, respond},
    site::{Site, parse_base_path},
};
use crate::{Failure, escape::escape_invisible, output::print};

const EXAMPLES: &str = "\
Examples:
  rustscape serve site
  rustscape serve site --port 0
  rustscape serve site --below /atlas/
  rustscape serve site --host 0.0.0.0

The server is for previews: it has no TLS, and other machines can reach it only with --host.
It responds like a well-configured host: with media types, cache headers, compressed files, byte
ranges and 304 for unchanged files; with 404.html for unknown addresses; with a redirect from /x to
the folder /x/. It ignores the redirects in the file _redirects. Ctrl-C stops it.

Exit codes: 0 stopped with Ctrl-C; 2 the site could not be served.";

/// Serve a published site on this machine
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, args_override_self = true)]
pub struct Args {
    /// Folder of the published site
    #[arg(value_name = "DIR")]
    folder: PathBuf,

    /// IP address to listen on
    #[arg(long, value_name = "IP", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    host: IpAddr,

    /// Port to listen on; 0 takes any free port
    #[arg(long, default_value_t = 8080)]
    port: u16,

    /// Path of the site [default: the path of the address that it was published for]
    #[arg(long, value_name = "PATH", value_parser = parse_base_path)]
    below: Option<String>,
}

/// Runs the command until Ctrl-C.
///
/// # Errors
///
/// Fails if the folder contains no site or the port cannot be used.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let site = Site::open(&args.folder, args.below.as_deref())?;
    let address = SocketAddr::new(args.host, args.port);
    // One thread is enough for one reader; files are read on separate threads.
    let runtime = runtime::Builder::new_current_thread().enable_all().build();
    let runtime =
        runtime.map_err(|error| Failure::new(format!("the server cannot be started: {error}")))?;
    runtime.block_on(serve(&site, address))?;
    Ok(ExitCode::SUCCESS)
}

async fn serve(site: &Site, address: SocketAddr) -> Result<(), Failure> {
    let listener = TcpListener::bind(address).await.map_err(|error| cannot_use(address, &error))?;
    let address = listener.local_addr().map_err(|error| cannot_use(address, &error))?;
    print(&format!(
        "{} is at http://{address}{} until Ctrl-C\n",
        escape_invisible(&site.folder.display().to_string()),
        site.base_path
    ))?;
    let service = Router::new().fallback(respond).with_state(Arc::new(SiteService::of(site)));
    // Responses in progress are cut off at the end: browsers keep connections open for long.
    tokio::spawn(async move { axum::serve(listener, service).await });
    signal::ctrl_c()
        .await
        .map_err(|error| Failure::new(format!("cannot listen for Ctrl-C: {error}")))
}

fn cannot_use(address: SocketAddr, error: &io::Error) -> Failure {
    let port = address.port();
    match error.kind() {
        io::ErrorKind::AddrInUse => Failure::new(format!("port {port} is already in use"))
            .with_remedy("choose another port with --port, or any free port with `--port 0`"),
        io::ErrorKind::PermissionDenied => {
            Failure::new(format!("port {port} cannot be used: {error}"))
                .with_remedy("choose a port from 1024 on with --port")
        }
        io::ErrorKind::AddrNotAvailable => {
            Failure::new(format!("this machine does not have the address {}", address.ip()))
                .with_remedy(
                    "choose an address of this machine with --host, or 0.0.0.0 for all of them",
                )
        }
        _ => Failure::new(format!("cannot listen on {address}: {error}")),
    }
}
