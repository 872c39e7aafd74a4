//! A published site, answered for as its host will.

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
use crate::{Failure, output::print, plain::plain};

const EXAMPLES: &str = "\
Examples:
  rustscape serve site
  rustscape serve site --port 0
  rustscape serve site --below /atlas/
  rustscape serve site --host 0.0.0.0

It is a preview: who else is on the network sees it only with --host, and there is no TLS.
SiteService are those of a well-kept host: the same types, headers, compressed files, ranges and empty
service for what a browser still has; 404.html for what is not there; /x leads to the folder /x/.
Redirects in the file _redirects are left to the host. Ctrl-C ends it.

Exit code: 0 ended with Ctrl-C, 2 not done.";

/// Show a published site on this machine
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, args_override_self = true)]
pub struct Args {
    /// The folder that the site was published to
    #[arg(value_name = "DIR")]
    folder: PathBuf,

    /// The address to listen on
    #[arg(long, value_name = "IP", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    host: IpAddr,

    /// The port to listen on; 0 takes any that is free
    #[arg(long, default_value_t = 8080)]
    port: u16,

    /// The path that the site lies below; the default is that of the address it was published for
    #[arg(long, value_name = "PATH", value_parser = parse_base_path)]
    below: Option<String>,
}

/// Runs the command, until Ctrl-C.
///
/// # Errors
///
/// When there is no site, or the port cannot be used.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let site = Site::open(&args.folder, args.below.as_deref())?;
    let address = SocketAddr::new(args.host, args.port);
    // One thread is enough for one reader; files are read on threads of their own.
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
        plain(&site.folder.display().to_string()),
        site.base_path
    ))?;
    let service = Router::new().fallback(respond).with_state(Arc::new(SiteService::of(site)));
    // What is still being sent at the end is cut off: a browser keeps connections open for long.
    tokio::spawn(async move { axum::serve(listener, service).await });
    signal::ctrl_c()
        .await
        .map_err(|error| Failure::new(format!("Ctrl-C cannot be listened for: {error}")))
}

fn cannot_use(address: SocketAddr, error: &io::Error) -> Failure {
    let port = address.port();
    match error.kind() {
        io::ErrorKind::AddrInUse => Failure::new(format!("port {port} is taken"))
            .with_remedy("choose another one with --port, or any that is free with `--port 0`"),
        io::ErrorKind::PermissionDenied => {
            Failure::new(format!("port {port} cannot be used: {error}"))
                .with_remedy("choose one from 1024 on with --port")
        }
        io::ErrorKind::AddrNotAvailable => {
            Failure::new(format!("this machine does not have the address {}", address.ip()))
                .with_remedy("choose one of its own with --host, or 0.0.0.0 for all of them")
        }
        _ => Failure::new(format!("{address} cannot be listened on: {error}")),
    }
}
