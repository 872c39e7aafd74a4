use crate::list::*;
use std::time::Instant;
#[test]
fn probe() {
    let server = serve();
    let page = open(&server, "");
    page.wait_until("cards", "document.querySelectorAll('#cards article').length > 300");
    for id in [
        "side-domain-networking",
        "side-not-domain-networking",
        "side-not-domain-networking",
        "side-status-unknown",
        "side-not-status-unknown",
        "side-not-status-unknown",
    ] {
        let ms = page.driver.execute_async(&format!("const done = arguments[0]; const t=performance.now(); document.querySelector('#{id}').click(); const a = performance.now()-t; setTimeout(()=> {{ const b = performance.now()-t; requestAnimationFrame(()=>setTimeout(()=>{{ const c=performance.now()-t; let n=0; const look=()=>{{ const k=document.querySelectorAll('#cards article').length; if(k===n) done([a,b,c,performance.now()-t,k]); else {{n=k; setTimeout(look,60)}} }}; look(); }},0)) }},0)"), &[]);
        eprintln!("{id} js {ms}");
    }
    for id in [
        "side-domain-networking",
        "side-not-domain-networking",
        "side-not-domain-networking",
        "side-status-unknown",
        "side-not-status-unknown",
        "side-not-status-unknown",
    ] {
        let t = Instant::now();
        let s = page.sentence();
        let a = t.elapsed();
        let e = page.find(&format!("#{id}"));
        let b = t.elapsed();
        e.click();
        let c = t.elapsed();
        page.wait_until(
            "x",
            &format!(
                "document.querySelector('h1').innerText.replace(/\\s+/g, ' ').trim() !== {s:?}"
            ),
        );
        eprintln!("{id} sentence {a:?} find {b:?} click {c:?} wait {:?}", t.elapsed());
    }
}
